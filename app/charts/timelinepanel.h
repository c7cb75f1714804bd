// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timelinechart.h"

#include <services/platform/snapshot.h>

#include <QHash>
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
    void markScaling(const services::platform::PlatformEvent &event, int fleet);
    void mark(const services::platform::PlatformEvent &event, int fleet);
    // Of something that was done to a fleet.
    QString wordsOfDeed(const services::platform::PlatformEvent &event);
    QWidget *legend();
    std::array<TimelineChart *, 3> charts() const { return {m_throughput, m_latency, m_instances}; }

    QStringList m_fleets;
    TimelineChart *m_throughput;
    TimelineChart *m_latency;
    TimelineChart *m_instances;
    std::vector<QLabel *> m_legend;
    QHash<QString, QString> m_faults; // those in force, in words
    std::optional<model::telemetry::Instant> m_begin;
    model::telemetry::Instant m_lastPoint{};
};

} // namespace app::charts
