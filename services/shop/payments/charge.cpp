// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charge.h"

#include <QCryptographicHash>

namespace services::shop::payments {

using namespace Qt::StringLiterals;

QString word(State state)
{
    switch (state) {
    case State::Captured:
        return u"captured"_s;
    case State::Declined:
        return u"declined"_s;
    case State::Refunded:
        return u"refunded"_s;
    case State::Cancelled:
        return u"cancelled"_s;
    }
    Q_UNREACHABLE();
}

State stateOfWord(const QString &word)
{
    if (word == u"captured")
        return State::Captured;
    if (word == u"declined")
        return State::Declined;
    return word == u"refunded" ? State::Refunded : State::Cancelled;
}

QByteArray digestOfCard(const QString &number, const QByteArray &salt)
{
    return QCryptographicHash::hash(salt + number.toLatin1(), QCryptographicHash::Sha256);
}

} // namespace services::shop::payments
