// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reservation.h"

namespace services::shop::inventory {

using namespace Qt::StringLiterals;

QString word(State state)
{
    switch (state) {
    case State::Held:
        return u"held"_s;
    case State::Committed:
        return u"committed"_s;
    case State::Released:
        return u"released"_s;
    case State::Expired:
        return u"expired"_s;
    }
    Q_UNREACHABLE();
}

State stateOfWord(const QString &word)
{
    if (word == u"held")
        return State::Held;
    if (word == u"committed")
        return State::Committed;
    return word == u"released" ? State::Released : State::Expired;
}

} // namespace services::shop::inventory
