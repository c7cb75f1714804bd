// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inlet.h"

#include <algorithm>

// Who is told of events, and who is not any more.
namespace services::broker {

// Within one lock, so that a dismissal from another thread comes before the subscription or after it.
SubscriptionId Inlet::subscribe(Interest interest, const std::shared_ptr<Mailbox> &mailbox)
{
    const Owner owner = interest.owner;
    if (!owner.instance.value.isEmpty())
        dismiss({owner.instance, owner.incarnation - 1});
    bool isTaken = false;
    SubscriptionId subscription{};
    {
        const std::lock_guard lock(m_mutex);
        subscription = SubscriptionId{++m_lastSubscription};
        mailbox->admit(subscription);
        isTaken = !m_isClosed && !isDismissed(owner);
        if (isTaken) {
            const auto &subscriber
                = m_subscribers.emplace(subscription, Subscriber{mailbox, std::move(interest)}).first->second;
            if (!m_hasFallen)
                joinAnew(subscription, subscriber);
        }
    }
    if (isTaken)
        ring();
    else
        mailbox->dismiss(subscription);
    return subscription;
}

void Inlet::pause(SubscriptionId subscription)
{
    std::shared_ptr<Mailbox> mailbox;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_subscribers.find(subscription); found != m_subscribers.end())
            mailbox = found->second.mailbox.lock();
    }
    if (!mailbox)
        return;
    mailbox->pause(subscription);
    put(Pause{subscription});
}

void Inlet::unsubscribe(SubscriptionId subscription)
{
    std::shared_ptr<Mailbox> mailbox;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto subscriber = m_subscribers.extract(subscription))
            mailbox = subscriber.mapped().mailbox.lock();
    }
    if (mailbox)
        mailbox->dismiss(subscription);
    put(Unsubscribe{subscription});
}

void Inlet::dismiss(const Owner &owner)
{
    std::vector<SubscriptionId> ended;
    {
        const std::lock_guard lock(m_mutex);
        auto &latest = m_dismissed.try_emplace(owner.instance, owner.incarnation).first->second;
        latest = std::max(latest, owner.incarnation);
        for (const auto &[subscription, subscriber] : m_subscribers) {
            if (isDismissed(subscriber.interest.owner))
                ended.push_back(subscription);
        }
    }
    for (const auto subscription : ended)
        unsubscribe(subscription);
}

bool Inlet::isDismissed(const Owner &owner) const
{
    const auto dismissed = m_dismissed.find(owner.instance);
    return dismissed != m_dismissed.end() && owner.incarnation <= dismissed->second;
}

void Inlet::dismissAll()
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[subscription, subscriber] : m_subscribers) {
        if (const auto mailbox = subscriber.mailbox.lock())
            mailbox->dismiss(subscription);
    }
}

void Inlet::joinAnew(SubscriptionId subscription, const Subscriber &subscriber)
{
    const auto mailbox = subscriber.mailbox.lock();
    if (!mailbox)
        return;
    m_commands.push_back(Subscribe{subscription, subscriber.interest, mailbox});
    if (mailbox->admission(subscription) == Mailbox::Admission::Paused)
        m_commands.push_back(Pause{subscription});
}

} // namespace services::broker
