// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postbox.h"

#include <QPointer>
#include <QThread>

namespace services::broker {

Postbox &Postbox::of(QObject *context, const std::shared_ptr<Inlet> &inlet)
{
    Q_ASSERT(context->thread() == QThread::currentThread());
    const auto postboxes = context->findChildren<Postbox *>(QString(), Qt::FindDirectChildrenOnly);
    for (Postbox *postbox : postboxes) {
        if (postbox->m_inlet == inlet)
            return *postbox;
    }
    return *new Postbox(context, inlet);
}

Postbox::Postbox(QObject *context, std::shared_ptr<Inlet> inlet)
    : QObject(context)
    , m_inlet(std::move(inlet))
    , m_mailbox(std::make_shared<Mailbox>(this))
{
}

Postbox::~Postbox()
{
    for (const SubscriptionId subscription : m_mailbox->close())
        m_inlet->unsubscribe(subscription);
}

Ticket Postbox::expect(Broker::Confirmed done)
{
    const auto ticket = Ticket{++m_lastTicket};
    m_expected.emplace(ticket, std::move(done));
    return ticket;
}

SubscriptionId Postbox::subscribe(Interest interest, Broker::Deliver deliver)
{
    const auto subscription = m_inlet->subscribe(std::move(interest), m_mailbox);
    m_subscribers.emplace(subscription, std::make_shared<const Broker::Deliver>(std::move(deliver)));
    return subscription;
}

// Ended subscriptions deliver nothing, but their callbacks hold on to what they captured.
void Postbox::forgetEnded()
{
    std::erase_if(m_subscribers, [this](const auto &subscriber) {
        return m_mailbox->admission(subscriber.first) == Mailbox::Admission::Ended;
    });
}

void Postbox::customEvent(QEvent * /*thereIsMail*/)
{
    const QPointer self(this); // a callback may destroy the context
    auto mail = m_mailbox->takeAll();
    for (auto piece = mail.begin(); piece != mail.end() && self; ++piece)
        open(*piece);
    if (self)
        forgetEnded();
}

void Postbox::open(Mail &mail)
{
    if (auto *confirmation = std::get_if<Confirmation>(&mail)) {
        if (const auto expected = m_expected.extract(confirmation->ticket))
            expected.mapped()(std::move(confirmation->result));
        return;
    }
    auto &delivery = std::get<Delivery>(mail);
    const auto subscriber = m_subscribers.find(delivery.tag.subscription);
    const auto admission = m_mailbox->admission(delivery.tag.subscription);
    if (admission == Mailbox::Admission::Paused)
        m_inlet->put(Return{delivery.tag});
    if (admission != Mailbox::Admission::Open || subscriber == m_subscribers.end())
        return;
    const auto deliver = subscriber->second; // stays while it runs, whatever it does
    (*deliver)(std::move(delivery));
}

} // namespace services::broker
