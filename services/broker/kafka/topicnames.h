// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>

#include <QByteArray>

namespace services::broker::kafka {

// What things are called on Kafka: all begin with the fleet's name. A topic there is named with at most 249
// letters, digits, dots, hyphens and underscores; other characters become "_" and their bytes in hex, and a
// longer name ends in its hash.
class TopicNames
{
public:
    explicit TopicNames(const QString &fleet)
        : m_fleet(fleet)
    {
    }

    QByteArray topic(const model::system::TopicId &topic) const
    {
        return named(QStringLiteral("topic.") + topic.value);
    }
    QByteArray group(const model::system::CapabilityId &group) const
    {
        return named(QStringLiteral("group.") + group.value);
    }
    QByteArray dead(const model::system::CapabilityId &group) const
    {
        return named(QStringLiteral("dead.") + group.value);
    }
    QByteArray topology() const
    {
        return named(QStringLiteral("topology"));
    } // its last message: who reads what

private:
    QByteArray named(const QString &name) const;

    QString m_fleet;
};

} // namespace services::broker::kafka
