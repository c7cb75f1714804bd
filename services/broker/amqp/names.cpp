// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "names.h"

#include <QCryptographicHash>

namespace services::broker::amqp {

using model::system::CapabilityId;
using model::system::TopicId;

namespace {

constexpr qsizetype longest = 255;
constexpr qsizetype kept = 200;

} // namespace

QByteArray Names::routingKey(const TopicId &topic) const
{
    return bounded(topic.value.toUtf8());
}

QByteArray Names::queue(const CapabilityId &group) const
{
    return bounded(m_fleet + "/group/" + group.value.toUtf8());
}

QByteArray Names::deadKey(const CapabilityId &group) const
{
    return bounded(group.value.toUtf8());
}

QByteArray Names::deadQueue(const CapabilityId &group) const
{
    return bounded(m_fleet + "/dead/" + group.value.toUtf8());
}

QByteArray Names::latestDeadQueue(const CapabilityId &group) const
{
    return bounded(m_fleet + "/latest-dead/" + group.value.toUtf8());
}

QByteArray Names::bounded(const QByteArray &name)
{
    if (name.size() <= longest)
        return name;
    auto begin = name.first(kept);
    while (!begin.isEmpty() && (static_cast<unsigned char>(name[begin.size()]) & 0xc0U) == 0x80U)
        begin.chop(1); // no half of a character
    return begin + '~' + QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex();
}

} // namespace services::broker::amqp
