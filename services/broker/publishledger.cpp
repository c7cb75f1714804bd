// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publishledger.h"

namespace services::broker {

void PublishLedger::add(Publish publish, const std::function<void(Event event)> &send)
{
    const auto pending = std::make_shared<Pending>(Pending{std::move(publish.mailbox), publish.ticket});
    for (Event &event : publish.events) {
        if (m_ids.contains(event.id))
            continue;
        ++pending->left;
        auto &waiting = m_underWay[event.id];
        waiting.push_back(pending);
        if (waiting.size() == 1)
            send(std::move(event));
    }
    release(*pending, {});
}

void PublishLedger::settle(const QByteArray &id, const Result<void> &outcome)
{
    if (outcome)
        m_ids.add(id);
    for (const auto &pending : m_underWay.take(id))
        release(*pending, outcome);
}

void PublishLedger::release(Pending &pending, const Result<void> &outcome)
{
    if (!outcome && pending.outcome)
        pending.outcome = outcome;
    if (--pending.left == 0)
        m_answer(pending.mailbox, pending.ticket, pending.outcome);
}

} // namespace services::broker
