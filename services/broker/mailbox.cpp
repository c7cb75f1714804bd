// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mailbox.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace services::broker {

Mailbox::Mailbox(QObject *receiver)
    : m_receiver(receiver)
{
}

void Mailbox::put(Mail mail)
{
    const std::lock_guard lock(m_mutex);
    if (m_receiver == nullptr)
        return;
    const auto *delivery = std::get_if<Delivery>(&mail);
    if (delivery != nullptr && !m_admitted.contains(delivery->tag.subscription))
        return;
    m_mail.push_back(std::move(mail));
    if (m_mail.size() == 1) // once for all the mail of a turn
        ring();
}

// Within the lock, which the receiver needs to die: it cannot be gone.
void Mailbox::ring()
{
    QCoreApplication::postEvent(m_receiver, new QEvent(QEvent::User));
}

std::vector<Mail> Mailbox::takeAll()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_mail, {});
}

void Mailbox::admit(SubscriptionId subscription)
{
    const std::lock_guard lock(m_mutex);
    m_admitted.emplace(subscription, Admission::Open);
}

void Mailbox::pause(SubscriptionId subscription)
{
    const std::lock_guard lock(m_mutex);
    if (const auto admitted = m_admitted.find(subscription); admitted != m_admitted.end())
        admitted->second = Admission::Paused;
}

void Mailbox::dismiss(SubscriptionId subscription)
{
    const std::lock_guard lock(m_mutex);
    if (m_admitted.erase(subscription) > 0 && m_receiver != nullptr)
        ring(); // so that it lets go of the callback
}

Mailbox::Admission Mailbox::admission(SubscriptionId subscription) const
{
    const std::lock_guard lock(m_mutex);
    const auto admitted = m_admitted.find(subscription);
    return admitted != m_admitted.end() ? admitted->second : Admission::Ended;
}

std::vector<SubscriptionId> Mailbox::close()
{
    const std::lock_guard lock(m_mutex);
    m_receiver = nullptr;
    m_mail.clear();
    std::vector<SubscriptionId> admitted;
    for (const auto &[subscription, admission] : std::exchange(m_admitted, {}))
        admitted.push_back(subscription);
    return admitted;
}

} // namespace services::broker
