// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "line.h"

#include <services/platform/snapshot.h>

#include <QWidget>

class QLabel;

namespace app::inspector {

// What some calls do together: the first three over the last second, the others since the fleet has started.
struct CallTotals
{
    double perSecond = 0;
    double failedPerSecond = 0;
    std::chrono::nanoseconds p95{0}; // the worst
    quint64 calls = 0;
    quint64 failed = 0;
    quint64 retries = 0;
    quint64 stoppedByBreaker = 0;
    quint64 stoppedByBulkhead = 0;
    quint64 fallbacks = 0;
    std::optional<model::telemetry::BreakerState> breaker; // the worst
};
CallTotals totalsOf(const services::platform::FleetSnapshot &fleet, const Line &line);
QString words(std::optional<model::telemetry::BreakerState> breaker); // "closed"

// How calls do and what their policies did, measured. GUI thread.
class CallFigures : public QWidget
{
    Q_OBJECT
public:
    explicit CallFigures(QWidget *parent = nullptr);

    void show(const CallTotals &totals);

private:
    QLabel *m_rate;
    QLabel *m_p95;
    QLabel *m_errors;
    struct Counter
    {
        QString name;
        QLabel *figure;
        quint64 CallTotals::*value;
    };
    std::vector<Counter> m_counters;
};

} // namespace app::inspector
