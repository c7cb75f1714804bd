// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inlet.h"

#include <unordered_map>

namespace services::broker {

// Keeps a context's callbacks in the context's own thread, so that they never travel, and runs them from its
// event loop when mail for them has come. A child of the context: dies with it, and ends its subscriptions.
class Postbox final : public QObject
{
    Q_OBJECT
public:
    // The context's postbox for this broker, made at its first use.
    static Postbox &of(QObject *context, const std::shared_ptr<Inlet> &inlet);
    ~Postbox() override;

    const std::shared_ptr<Mailbox> &mailbox() const { return m_mailbox; }
    Ticket expect(Broker::Confirmed done);
    SubscriptionId subscribe(Interest interest, Broker::Deliver deliver);

protected:
    void customEvent(QEvent *event) override;

private:
    Postbox(QObject *context, std::shared_ptr<Inlet> inlet);
    void open(Mail &mail);
    void forgetEnded();

    std::shared_ptr<Inlet> m_inlet;
    std::shared_ptr<Mailbox> m_mailbox;
    std::uint64_t m_lastTicket = 0;
    std::unordered_map<Ticket, Broker::Confirmed> m_expected;
    std::unordered_map<SubscriptionId, std::shared_ptr<const Broker::Deliver>> m_subscribers;
};

} // namespace services::broker
