// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "retrybudget.h"

namespace services::resilience {

RetryBudget::RetryBudget()
    : RetryBudget(Options{})
{
}

RetryBudget::RetryBudget(Options options)
    : m_options(options)
    , m_calls(options.window)
    , m_retries(options.window)
{
}

bool RetryBudget::trySpend(contract::Instant now)
{
    const double seconds = std::chrono::duration<double>(m_options.window).count();
    const double allowed
        = m_options.share * static_cast<double>(m_calls.total(now)) + m_options.perSecond * seconds;
    if (static_cast<double>(m_retries.total(now) + 1) > allowed)
        return false;
    m_retries.add(now);
    return true;
}

} // namespace services::resilience
