// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "orderleases.h"

#include <services/shop/calendar/calendar.h>

#include <algorithm>

namespace services::shop::orders {

using namespace Qt::StringLiterals;
using storage::failure;
using storage::Row;

namespace {

// 0.5, 1, 2, 4, 8, 8 ... seconds: soon after the other side is back, without pressing it while it is away.
std::chrono::milliseconds backoff(int tries)
{
    return std::chrono::milliseconds(500) * (1 << std::min(tries, 4));
}

} // namespace

OrderLeases::Hold::Hold(OrderLeases &leases, QString order)
    : m_leases(leases)
    , m_order(std::move(order))
{
    ++m_leases.m_held[m_order];
}

OrderLeases::Hold::~Hold()
{
    const auto held = m_leases.m_held.find(m_order);
    if (--held.value() == 0)
        m_leases.m_held.erase(held);
}

OrderLeases::OrderLeases(storage::Database &database, const contract::Clock &clock, QString worker)
    : m_database(database)
    , m_clock(clock)
    , m_worker(std::move(worker))
{
}

std::chrono::system_clock::time_point OrderLeases::newEnd() const
{
    return m_clock.wallTime() + duration;
}

Result<void> OrderLeases::renew()
{
    if (m_held.isEmpty())
        return {};
    return m_database.transaction([this]() -> Result<void> {
        for (auto held = m_held.keyBegin(); held != m_held.keyEnd(); ++held) {
            const auto renewed
                = m_database.execute(u"UPDATE orders SET held_until = ? WHERE id = ? AND worker = ?"_s,
                                     {calendar::milliseconds(newEnd()), *held, m_worker});
            if (!renewed)
                return failure(renewed.error());
        }
        return {};
    });
}

Result<std::vector<QString>> OrderLeases::claim(int limit)
{
    const auto lapsed
        = m_database.select<QString>(u"SELECT id FROM orders WHERE state NOT IN ('confirmed', 'refused', "
                                     u"'compensated') AND held_until <= ?"
                                     " ORDER BY held_until LIMIT ?"_s,
                                     {calendar::milliseconds(m_clock.wallTime()), std::int64_t{limit}},
                                     [](const Row &row) { return row.text(0); });
    if (!lapsed)
        return failure(lapsed.error());
    std::vector<QString> claimed;
    for (const auto &order : *lapsed) {
        const auto taken = m_database.execute(
            u"UPDATE orders SET worker = ?, held_until = ? WHERE id = ? AND held_until <= ?"
            " AND state NOT IN ('confirmed', 'refused', 'compensated')"_s,
            {m_worker, calendar::milliseconds(newEnd()), order, calendar::milliseconds(m_clock.wallTime())});
        if (!taken)
            return failure(taken.error());
        if (*taken == 1)
            claimed.push_back(order);
    }
    return claimed;
}

Result<bool> OrderLeases::take(const Order &order)
{
    if (m_held.contains(order.id)) // also when its lease has lapsed because this thread was late
        return false;
    const auto taken = m_database.execute(
        u"UPDATE orders SET worker = ?, held_until = ? WHERE id = ? AND attempt = ? AND state = ?"
        " AND (worker = '' OR held_until <= ?)"_s,
        {m_worker, calendar::milliseconds(newEnd()), order.id, std::int64_t{order.attempt}, word(order.state),
         calendar::milliseconds(m_clock.wallTime())});
    return taken ? Result<bool>(*taken == 1) : failure(taken.error());
}

Result<void> OrderLeases::postpone(const Order &order)
{
    const auto next = m_clock.wallTime() + backoff(order.tries);
    const auto postponed = m_database.execute(
        u"UPDATE orders SET worker = '', held_until = ?, tries = tries + 1"
        " WHERE id = ? AND attempt = ? AND state = ? AND worker = ?"_s,
        {calendar::milliseconds(next), order.id, std::int64_t{order.attempt}, word(order.state), m_worker});
    return postponed ? Result<void>() : failure(postponed.error());
}

} // namespace services::shop::orders
