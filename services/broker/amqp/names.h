// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>

#include <QByteArray>

namespace services::broker::amqp {

// What things are called on the server, so that several fleets can share one: all begin with the fleet's
// name. RabbitMQ takes names of at most 255 bytes; a longer one ends in its hash instead.
class Names
{
public:
    explicit Names(const QString &fleet)
        : m_fleet(fleet.toUtf8())
    {
    }

    // Where events are published; the routing key is their topic.
    QByteArray exchange() const { return bounded(m_fleet); }
    QByteArray routingKey(const model::system::TopicId &topic) const;
    QByteArray queue(const model::system::CapabilityId &group) const;
    // Dead letters: the exchange, its routing key is the group; all of them, and the latest of them.
    QByteArray deadExchange() const { return bounded(m_fleet + "/dead"); }
    QByteArray deadKey(const model::system::CapabilityId &group) const;
    QByteArray deadQueue(const model::system::CapabilityId &group) const;
    QByteArray latestDeadQueue(const model::system::CapabilityId &group) const;
    // One message: who reads what.
    QByteArray topology() const { return bounded(m_fleet + "/topology"); }

private:
    static QByteArray bounded(const QByteArray &name);

    QByteArray m_fleet;
};

} // namespace services::broker::amqp
