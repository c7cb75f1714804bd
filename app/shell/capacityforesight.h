// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/charts/capacityforecast.h>
#include <model/analysis/capacity.h>
#include <services/platform/snapshot.h>

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace app::shell {

// Predicts what each fleet can carry with the instances it has, and what those should have met who came while
// nothing changed, beside what they met. Nothing is predicted before it is known what hops cost. Works in a
// thread of its own and drops what has been overtaken; lives and tells in the GUI thread.
class CapacityForesight : public QObject
{
    Q_OBJECT
public:
    CapacityForesight(const model::system::System &system,
                      const std::vector<model::packaging::Packaging> &packagings,
                      QObject *parent = nullptr);
    ~CapacityForesight() override;

    void take(const services::platform::Snapshot &snapshot);
    // Measured on this machine; nothing: that could not be done, and they are taken to cost nothing.
    void setCosts(const std::optional<model::analysis::MachineCosts> &costs);

Q_SIGNALS:
    void outdated(int fleet); // its instances have changed: what was told is of another configuration
    void foreseen(int fleet, const app::charts::CapacityForecast &forecast);
    void measured(int fleet, const app::charts::CapacityMeasurement &measurement);

private:
    struct Fleet
    {
        model::packaging::Packaging packaging; // as it is
        std::shared_ptr<const services::platform::SteadySnapshot> steady; // the newest that was told
        bool isForeseen = false;
        bool isBusy = false; // with a prediction that may have been overtaken
    };
    void foresee(int fleet);
    void compare(int fleet);

    model::system::System m_system;
    std::vector<Fleet> m_fleets;
    std::optional<model::analysis::MachineCosts> m_costs;
    bool m_areCostsMeasured = false;
    QThreadPool m_worker;
};

} // namespace app::shell
