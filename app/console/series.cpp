// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "series.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

namespace app::console {

using namespace std::chrono_literals;

std::chrono::nanoseconds SeriesFigures::quantile(double share) const
{
    if (durations.empty())
        return 0ns;
    const auto rank = static_cast<size_t>(std::ceil(share * static_cast<double>(durations.size())));
    return durations[std::clamp<size_t>(rank, 1, durations.size()) - 1];
}

Series::Series(Options options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
    m_pace.setSingleShot(true);
    m_pace.setTimerType(Qt::PreciseTimer);
    connect(&m_pace, &QTimer::timeout, this, &Series::sendDue);
}

void Series::start()
{
    m_clock.start();
    sendDue();
}

void Series::cancel()
{
    if (isOver())
        return;
    m_isCancelled = true;
    m_pace.stop();
    m_took = std::chrono::milliseconds(m_clock.elapsed());
    Q_EMIT over();
}

// The n-th may leave n paces after the first: a late timer is made up for, as far as answers allow.
void Series::sendDue()
{
    if (m_isSending)
        return; // the loop below goes on
    const QScopedValueRollback sending(m_isSending, true);
    while (!isOver() && m_figures.sent < m_options.count
           && m_figures.sent - m_figures.ended() < m_options.atOnce) {
        if (m_options.perSecond > 0) {
            const auto at = std::chrono::milliseconds(1000LL * m_figures.sent / m_options.perSecond);
            const auto rest = at - std::chrono::milliseconds(m_clock.elapsed());
            if (rest > 0ms)
                return m_pace.start(rest);
        }
        ++m_figures.sent;
        Q_EMIT due();
    }
}

void Series::take(int status, std::chrono::nanoseconds duration)
{
    if (isOver())
        return;
    ++m_figures.statuses[status];
    auto &durations = m_figures.durations;
    durations.insert(std::ranges::upper_bound(durations, duration), duration);
    ended();
}

void Series::takeFailure()
{
    if (isOver())
        return;
    ++m_figures.unanswered;
    ended();
}

void Series::ended()
{
    m_took = std::chrono::milliseconds(m_clock.elapsed());
    Q_EMIT changed();
    if (isOver())
        Q_EMIT over();
    else
        sendDue();
}

std::chrono::milliseconds Series::elapsed() const
{
    if (isOver() || !m_clock.isValid())
        return m_took;
    return std::chrono::milliseconds(m_clock.elapsed());
}

} // namespace app::console
