// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timelinechart.h"

#include <services/platform/snapshot.h>

#include <QWidget>

#include <array>

class QLabel;

namespace app::charts {

// Both fleets over the last two minutes: successful attempts of shoppers a second, their p95 from the
// intended start, and how many instances run. A point every half second; crashes and the like are marked. GUI
// thread.
class TimelinePanel : public QWidget
{
    Q_OBJECT
public:
    explicit TimelinePanel(const QStringList &fleetTitles, QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void setFleetVisible(int fleet, bool visible);
    void show(const services::platform::Snapshot &snapshot);

private:
    using Mark = TimelineChart::Event;
    void mark(const services::platform::PlatformEvent &event, int fleet);
    void mark(const services::platform::InstanceEvent &event, Mark mark);
    void mark(const services::platform::ScalingEvent &event, Mark mark);
    void mark(const services::platform::FaultEvent &event, Mark mark);
    void mark(const services::platform::DecisionEvent &event, Mark mark);
    void markBoth(const Mark &mark);
    QWidget *legend();
    std::array<TimelineChart *, 3> charts() const { return {m_throughput, m_latency, m_instances}; }

    QStringList m_fleets;
    TimelineChart *m_throughput;
    TimelineChart *m_latency;
    TimelineChart *m_instances;
    std::vector<QLabel *> m_legend;
    std::optional<model::telemetry::Instant> m_begin;
    model::telemetry::Instant m_lastPoint{};
};

} // namespace app::charts
