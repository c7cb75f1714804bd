// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "orders.h"

#include <QCoreApplication>
#include <QLocale>

namespace app::wording {

using namespace Qt::StringLiterals;
using services::shop::orders::State;

namespace {

constexpr int shortLength = 10;

QString ofOrders(const char *text)
{
    return QCoreApplication::translate("app::wording", text);
}

} // namespace

QString words(State state)
{
    switch (state) {
    case State::Started:
        return ofOrders("setting stock aside");
    case State::Reserved:
        return ofOrders("charging the card");
    case State::Charged:
        return ofOrders("paid, taking the stock");
    case State::Committed:
        return ofOrders("paid, about to be confirmed");
    case State::Confirmed:
        return ofOrders("confirmed");
    case State::Unwinding:
        return ofOrders("being undone");
    case State::Refused:
        return ofOrders("refused");
    case State::Compensated:
        break;
    }
    return ofOrders("undone");
}

QString money(qint64 cents, const QString &currency)
{
    const QString sign = currency == u"EUR" ? u"€"_s : currency;
    return u"%1\u00a0%2"_s.arg(sign, QLocale().toString(static_cast<double>(cents) / 100, 'f', 2));
}

QString shortName(const QString &order)
{
    return order.startsWith(u"o-"_s) ? order.left(shortLength) : order;
}

} // namespace app::wording
