// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "capacityforecast.h"

#include <app/style/theme.h>
#include <services/platform/snapshot.h>

#include <QWidget>

#include <optional>

class QLabel;

namespace app::charts {

class CapacityChart;

// What one fleet can carry: the chart, and beside it the same in words. GUI thread.
class CapacityCard : public QWidget
{
    Q_OBJECT
public:
    CapacityCard(const QString &title, style::Role role, QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    // The prediction is of another configuration than the points so far, or there is none yet.
    void expect(const std::optional<CapacityForecast> &forecast);
    void add(const CapacityMeasurement &measurement);
    void show(const services::platform::FleetSnapshot &fleet, double shoppersPerSecond);

private:
    void say();
    QString progress() const;

    CapacityChart *m_chart;
    QString m_title;
    QLabel *m_heading;
    QLabel *m_mean;
    QLabel *m_p95;
    QLabel *m_caveat;
    QLabel *m_limit;
    QLabel *m_hops;
    std::optional<CapacityForecast> m_forecast;
    std::optional<CapacityMeasurement> m_measurement;
    bool m_isBroken = false;
    bool m_isVisited = false;
};

} // namespace app::charts
