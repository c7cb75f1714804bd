// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "orderresumption.h"

#include <services/waiting/pending.h>

#include <QLoggingCategory>

namespace services::shop::orders {

using contract::Kind;

namespace {

constexpr int takenAtOnce = 16; // so that a long log does not press those who have just come back

} // namespace

Q_LOGGING_CATEGORY(shopResumption, "faultline.shop.orders.resumption")

OrderResumption::OrderResumption(const assembly::ComponentContext &context, Parts parts)
    : m_context(context)
    , m_parts(parts)
{
}

QCoro::Task<> OrderResumption::watch()
{
    for (;;) {
        const auto slept
            = co_await waiting::sleepFor(m_context.scope, m_context.timers, OrderLeases::renewal);
        if (!slept)
            co_return;
        tellChange(m_renewing, "Orders may change hands", m_parts.leases.renew());
        tellChange(m_taking, "Unsettled orders wait", takeUp());
        std::ignore = m_context.database.takeToll(); // nobody waits for this
    }
}

// A store in trouble would say the same at each look.
void OrderResumption::tellChange(QString &trouble, const char *words, const Result<void> &outcome)
{
    const bool isEnding = !outcome && outcome.error().kind == Kind::Cancelled;
    const QString now = outcome || isEnding ? QString() : outcome.error().message;
    if (isEnding || now == trouble)
        return;
    trouble = now;
    if (now.isEmpty())
        qCInfo(shopResumption) << words << "no longer";
    else
        qCWarning(shopResumption).noquote().nospace() << words << ": " << now;
}

Result<void> OrderResumption::takeUp()
{
    const auto claimed = m_parts.leases.claim(takenAtOnce);
    if (!claimed)
        return failure(claimed.error());
    for (const auto &id : *claimed) {
        auto order = m_parts.orders.find(id);
        if (!order)
            return failure(order.error());
        m_context.scope.spawn(m_parts.saga.resume(std::move(*order)));
    }
    return {};
}

} // namespace services::shop::orders
