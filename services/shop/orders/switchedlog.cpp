// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "switchedlog.h"

namespace services::shop::orders {

SwitchedLog::SwitchedLog(OrderRepository &orders, std::shared_ptr<const assembly::SafeguardBoard> board)
    : m_written(orders)
    , m_settled(orders)
    , m_board(std::move(board))
{
}

Result<void> SwitchedLog::add(const Order &order, std::chrono::system_clock::time_point heldUntil)
{
    return current().add(order, heldUntil);
}

Result<void> SwitchedLog::tryAgain(const Order &order, std::chrono::system_clock::time_point heldUntil)
{
    return current().tryAgain(order, heldUntil);
}

Result<void> SwitchedLog::advance(const Order &order, State from)
{
    SagaLog &log = m_settled.knows(order) ? static_cast<SagaLog &>(m_settled) : m_written;
    return log.advance(order, from);
}

SagaLog &SwitchedLog::current()
{
    if (m_board->isOn(model::operation::Safeguard::SagaLog))
        return m_written;
    return m_settled;
}

} // namespace services::shop::orders
