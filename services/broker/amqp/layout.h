// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "link.h"
#include "message.h"
#include "names.h"

#include <vector>

namespace services::broker::amqp {

// The exchanges, queues and bindings of a fleet on the server: asks for them, and waits for the answer. After
// an error the connection is of no use any more. One thread.
class Layout
{
public:
    struct Queue
    {
        std::int64_t depth = 0;
        std::int64_t deadLetters = 0;
        std::vector<DeadLetter> latestDead; // newest first
    };

    // `isForOneRun`: the server removes what nobody has used for an hour.
    Layout(Link &link, Names names, bool isForOneRun)
        : m_link(link)
        , m_names(std::move(names))
        , m_isForOneRun(isForOneRun)
    {
    }

    // Exchanges, and who reads what according to what is kept there.
    Result<std::vector<TopicBinding>> open();
    // The queues of a group, made when they are not there. Conflict when somebody else consumes from them,
    // and does not go away within two seconds.
    Result<Queue> declareQueues(const CapabilityId &group);
    Result<void> bind(const TopicId &topic, const CapabilityId &group);
    Result<void> unbind(const TopicId &topic, const CapabilityId &group);
    Result<void> removeQueues(const CapabilityId &group);
    // Keeps who reads what, for open().
    Result<void> keep(const std::vector<TopicBinding> &topology);
    // Everything, with all that is in it.
    Result<void> removeAll(const std::vector<CapabilityId> &groups);

private:
    struct Counts
    {
        std::int64_t messages = 0;
        std::int64_t consumers = 0;
    };
    Result<Counts> declareQueue(const QByteArray &name, const std::vector<amqp_table_entry_t> &arguments);
    Result<void> declareExchange(const QByteArray &name);
    Result<void> bindQueue(const QByteArray &queue, const QByteArray &exchange, const QByteArray &key);
    Result<void> removeQueue(const QByteArray &name);
    // The oldest messages of a queue, which stay there.
    Result<std::vector<Message>> look(const QByteArray &queue, std::int64_t count);

    Link &m_link;
    Names m_names;
    bool m_isForOneRun;
};

} // namespace services::broker::amqp
