// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "capacityplan.h"
#include "console.h"

#include <services/capacity/measureddemand.h>
#include <services/platform/platform.h>

#include <optional>

namespace services::lab {

// Goes through the points of a `capacity` order, round by round, on a fleet that runs all the time. First, on
// one that does no declared work, it measures what journeys cost besides. Main thread; quits the
// application's event loop when it has ended. What it has found is then in findings(), or an error has been
// said.
class CapacitySession : public QObject
{
    Q_OBJECT
public:
    CapacitySession(CapacityOrder order,
                    QString dataFolder,
                    std::shared_ptr<const assembly::ComponentFactory> factory);

    void begin();
    void interrupt();
    const capacity::Findings &findings() const { return m_findings; }
    ExitCode exitCode() const { return m_exitCode; }

private:
    using Then = void (CapacitySession::*)();

    void start(const QString &folder, double serviceTimeScale, Then then);
    void stopThen(Then then);
    void waitForShoppers(Then then);
    void measureHops();
    void measureIdle();
    void keepIdle();
    void beginSweep();
    void next();
    void scale(const model::packaging::Packaging &wanted, Then then);
    void load();
    void tryLoad(double shoppersPerSecond, std::chrono::milliseconds window, Then then);
    void keep();
    void keepPoint(const CapacityStep &step);
    void keepLimit(const CapacityStep &step);
    void settleLimits();
    void take(const platform::Snapshot &snapshot);
    void later(std::chrono::milliseconds delay, Then then);
    void giveUp(const model::result::Error &error);
    void finish();
    void quit();
    std::chrono::milliseconds window() const;

    CapacityOrder m_order;
    QString m_dataFolder;
    std::shared_ptr<const assembly::ComponentFactory> m_factory;
    std::unique_ptr<platform::Platform> m_platform;
    std::map<model::system::UnitId, int> m_instances; // as they run
    capacity::Findings m_findings;
    std::deque<CapacityStep> m_steps; // still to be done
    capacity::MeasuredDemand m_demand;
    std::optional<capacity::Trial> m_trial; // under way
    Then m_whenReady = nullptr; // the shoppers
    ExitCode m_exitCode = ExitCode::BadInput;
    bool m_isEnding = false;
};

} // namespace services::lab
