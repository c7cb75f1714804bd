// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verdict.h"

namespace services::resilience {

using model::result::Kind;

Verdict verdictOn(Kind failure)
{
    switch (failure) {
    case Kind::InvalidInput:
    case Kind::Unauthenticated:
    case Kind::Forbidden:
    case Kind::NotFound:
    case Kind::Conflict:
    case Kind::Declined:
    case Kind::TooLarge:
        return Verdict::Well;
    case Kind::Cancelled:
        return Verdict::Unknown;
    case Kind::Overloaded:
    case Kind::Unavailable:
    case Kind::Refused:
    case Kind::Reset:
    case Kind::TimedOut:
    case Kind::Corrupt:
    case Kind::Full:
    case Kind::ReadOnly:
    case Kind::Internal:
        return Verdict::Failed;
    }
    Q_UNREACHABLE();
}

Verdict verdictOn(const model::result::Result<contract::Reply> &outcome)
{
    return outcome ? Verdict::Well : verdictOn(outcome.error().kind);
}

} // namespace services::resilience
