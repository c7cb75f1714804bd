// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/event.h>

#include <cstdint>

namespace services::broker {

enum class SubscriptionId : std::uint64_t
{
    None = 0
};

// Which delivery an acknowledgement is about: this message, to this subscription.
struct DeliveryTag
{
    SubscriptionId subscription = SubscriptionId::None;
    std::int64_t message = 0;

    bool operator==(const DeliveryTag &) const = default;
};

// A message in the hands of a consumer, until it is acknowledged, refused, or too old.
struct Delivery
{
    DeliveryTag tag;
    contract::Event event;
    // How often it was delivered before without being acknowledged, as far as the broker knows: after a
    // restart of the broker itself, a message that was in somebody's hands counts as new; one that a server
    // has marked as sent before a restart of this program counts once.
    int redeliveries = 0;
    bool isDelayed = false; // it comes later than it could, because the broker is slow
};

} // namespace services::broker
