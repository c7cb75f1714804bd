// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "warehouse.h"

namespace services::shop::inventory {

using namespace Qt::StringLiterals;
using storage::failure;
using storage::Kind;

namespace {

constexpr int expiredAtOnce = 100; // so that the instance's thread is not held up

} // namespace

Warehouse::Warehouse(storage::Database &database, input::Repeats repeats)
    : m_database(database)
    , m_stock(database)
    , m_reservations(database)
    , m_repeats(std::move(repeats))
{
}

Result<Reservation> Warehouse::reserve(const Reservation &wanted)
{
    return m_database.transaction([&] { return reserveOnce(wanted); });
}

Result<Reservation> Warehouse::commit(const QString &id)
{
    return m_database.transaction([&] { return commitOnce(id); });
}

Result<void> Warehouse::release(const QString &id, bool callOff)
{
    return m_database.transaction([&] { return releaseOnce(id, callOff); });
}

Result<Reservation> Warehouse::reserveOnce(Reservation wanted)
{
    const auto known
        = m_repeats.recognised(wanted.id, [this](const QString &id) { return m_reservations.find(id); });
    if (!known)
        return failure(known.error());
    if (*known) {
        const Reservation &there = **known;
        if (there.state == State::Released || there.state == State::Expired)
            return failure(Kind::Conflict, u"This reservation was let go"_s, wanted.id);
        if (there.order != wanted.order || there.items != wanted.items)
            return failure(Kind::Conflict, u"This key stands for another reservation: use a new one"_s,
                           wanted.id);
        return there;
    }
    for (const auto &portion : wanted.items) {
        if (const auto held = m_stock.hold(portion); !held)
            return failure(held.error());
    }
    const auto added = m_reservations.add(wanted);
    return added ? Result<Reservation>(wanted) : failure(added.error());
}

Result<Reservation> Warehouse::commitOnce(const QString &id)
{
    auto known = m_reservations.find(id);
    if (!known)
        return failure(known.error());
    if (!known->has_value())
        return failure(Kind::NotFound, u"There is no such reservation"_s, id);
    Reservation reservation = std::move(**known);
    if (reservation.state == State::Committed)
        return reservation;
    if (reservation.state != State::Held)
        return failure(Kind::Conflict, u"This reservation was let go"_s, id);
    for (const auto &portion : reservation.items) {
        if (const auto sold = m_stock.sell(portion); !sold)
            return failure(sold.error());
    }
    reservation.state = State::Committed;
    const auto changed = m_reservations.changeState(id, State::Committed);
    return changed ? Result<Reservation>(reservation) : failure(changed.error());
}

Result<void> Warehouse::releaseOnce(const QString &id, bool callOff)
{
    const auto known = m_reservations.find(id);
    if (!known)
        return failure(known.error());
    if (!known->has_value() && callOff)
        return m_reservations.add(
            {.id = id, .order = {}, .items = {}, .state = State::Released, .expiresAt = {}});
    if (!known->has_value())
        return failure(Kind::NotFound, u"There is no such reservation"_s, id);
    if ((*known)->state == State::Committed)
        return failure(Kind::Conflict, u"What is sold cannot be let go"_s, id);
    return (*known)->state == State::Held ? letGo(**known, State::Released) : Result<void>();
}

Result<int> Warehouse::expire(std::chrono::system_clock::time_point now)
{
    return m_database.transaction([&]() -> Result<int> {
        const auto overdue = m_reservations.overdue(now, expiredAtOnce);
        if (!overdue)
            return failure(overdue.error());
        for (const auto &id : *overdue) {
            const auto known = m_reservations.find(id);
            if (!known)
                return failure(known.error());
            if (const auto gone = letGo(**known, State::Expired); !gone)
                return failure(gone.error());
        }
        return static_cast<int>(overdue->size());
    });
}

Result<void> Warehouse::letGo(const Reservation &reservation, State state)
{
    for (const auto &portion : reservation.items) {
        if (const auto back = m_stock.giveBack(portion); !back)
            return back;
    }
    return m_reservations.changeState(reservation.id, state);
}

} // namespace services::shop::inventory
