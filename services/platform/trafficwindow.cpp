// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trafficwindow.h"

namespace services::platform {

namespace {

constexpr auto window = std::chrono::seconds(1);

} // namespace

void TrafficWindow::add(Instant at,
                        quint64 requests,
                        quint64 failed,
                        const model::telemetry::Histogram &latency)
{
    if (requests == 0)
        return;
    m_periods.push_back({at, requests, failed, latency});
    m_sum.requests += requests;
    m_sum.failed += failed;
    m_sum.latency.merge(latency);
}

Rates TrafficWindow::rates(Instant now)
{
    while (!m_periods.empty() && m_periods.front().at <= now - window) {
        m_sum.requests -= m_periods.front().requests;
        m_sum.failed -= m_periods.front().failed;
        m_sum.latency.subtract(m_periods.front().latency);
        m_periods.pop_front();
    }
    const double seconds = std::chrono::duration<double>(window).count();
    return {double(m_sum.requests) / seconds, double(m_sum.failed) / seconds, m_sum.latency.quantile(0.5),
            m_sum.latency.quantile(0.95), m_sum.latency.quantile(0.99)};
}

} // namespace services::platform
