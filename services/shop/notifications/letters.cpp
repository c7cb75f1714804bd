// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "letters.h"

namespace services::shop::notifications {

using namespace Qt::StringLiterals;

namespace {

QString money(std::int64_t cents, const QString &currency)
{
    return u"%1.%2 %3"_s.arg(cents / 100).arg(cents % 100, 2, 10, QChar(u'0')).arg(currency);
}

QString lines(const events::OrderPlaced &placed)
{
    QString text;
    for (const auto &item : placed.items) {
        text += QString::number(item.quantity) + u" x "_s + item.name + u", "_s
            + money(item.price * item.quantity, placed.currency) + u'\n';
    }
    return text;
}

} // namespace

Message confirmation(const events::OrderPlaced &placed)
{
    // Concatenated, not QString::arg(): a customer may be called "%1".
    return {.id = {},
            .order = placed.order,
            .account = placed.account,
            .email = placed.email,
            .kind = u"order-confirmed"_s,
            .subject = u"Your order "_s + placed.order + u" is confirmed"_s,
            .body = u"Dear "_s + placed.name + u",\n\nthank you for your order:\n\n"_s + lines(placed)
                + u"\nTotal: "_s + money(placed.total, placed.currency) + u"\n"_s,
            .sentAt = {}};
}

Message shippingNotice(const events::ShipmentCreated &created)
{
    return {.id = {},
            .order = created.order,
            .account = created.account,
            .email = created.email,
            .kind = u"order-shipped"_s,
            .subject = u"Your order "_s + created.order + u" is on its way"_s,
            .body = u"Your parcel has left with "_s + created.carrier + u". Its number is "_s
                + created.tracking + u".\n"_s,
            .sentAt = {}};
}

} // namespace services::shop::notifications
