// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "order.h"

#include <services/assembly/safeguardboard.h>

#include <memory>

namespace services::shop::orders {

// Says what goes back when an order will not be: all that was, or may have been, taken; while compensation is
// off, nothing. A value.
class Compensation
{
public:
    explicit Compensation(std::shared_ptr<const assembly::SafeguardBoard> board)
        : m_board(std::move(board))
    {
    }

    Debts debtsOf(Debts taken) const
    {
        return m_board->isOn(model::operation::Safeguard::Compensation) ? taken : Debts();
    }

private:
    std::shared_ptr<const assembly::SafeguardBoard> m_board;
};

} // namespace services::shop::orders
