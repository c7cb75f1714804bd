// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/error.h>

#include <algorithm>
#include <chrono>

namespace services::broker {

// How long the broker waits for consumers, and how it paces what they refuse.
struct Patience
{
    std::chrono::milliseconds visibility{30'000}; // how long a consumer may hold a message
    std::chrono::milliseconds firstRetry{50}; // delay after a first refusal; doubles with each further one
    std::chrono::milliseconds lastRetry{5'000}; // up to this
    // A message that was refused so often, because of what it is, becomes a dead letter: after about a minute
    // with the delays above. Counted since the broker was opened.
    int mostRefusals = 20;
    int mostUnreadable
        = 5; // one whose contents make no sense, which no later version of them will: InvalidInput

    int most(model::result::Kind blame) const
    {
        return blame == model::result::Kind::InvalidInput ? std::min(mostUnreadable, mostRefusals)
                                                          : mostRefusals;
    }

    std::chrono::milliseconds delayAfter(int refusals) const
    {
        const int doublings = std::clamp(refusals - 1, 0, 20);
        return std::min(firstRetry * (std::int64_t{1} << doublings), lastRetry);
    }
};

// Whether this says something about the consumer, or about what it needs, rather than about the message:
// trying later may help, and for as long as it takes.
inline bool mayPass(model::result::Kind kind)
{
    using model::result::Kind;
    switch (kind) {
    case Kind::Overloaded:
    case Kind::Unavailable:
    case Kind::Refused:
    case Kind::Reset:
    case Kind::TimedOut:
    case Kind::Cancelled:
    case Kind::Corrupt:
    case Kind::Full:
    case Kind::ReadOnly:
        return true;
    case Kind::InvalidInput:
    case Kind::Unauthenticated:
    case Kind::Forbidden:
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::Declined:
    case Kind::TooLarge:
    case Kind::Internal:
        return false;
    }
    return false;
}

} // namespace services::broker
