// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/analysis/blastradius.h>
#include <model/analysis/singlepoints.h>
#include <services/platform/snapshot.h>

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace app::shell {

// Predicts what is in force and what somebody thinks of doing, for the fleets as they are: their instances,
// policies and customers. Works in a thread of its own, one prediction after another, and drops what has been
// overtaken; lives and tells in the GUI thread.
class Foresight : public QObject
{
    Q_OBJECT
public:
    using Fault = model::operation::Fault;
    using BlastRadius = model::analysis::BlastRadius;

    Foresight(const model::system::System &system,
              const std::vector<model::packaging::Packaging> &packagings,
              QObject *parent = nullptr);
    ~Foresight() override;

    // Predicts anew what has changed.
    void take(const services::platform::Snapshot &snapshot);
    // Of one fleet, on top of what is in force there.
    void ponder(int fleet, const Fault &fault);
    void stopPondering();
    // Whose loss alone would cost most, on top of what is in force.
    void rank(int fleet);
    // The fleet as it is now.
    const model::analysis::Situation &situation(int fleet) const;

Q_SIGNALS:
    // Something else is in force, and is being predicted: what was foreseen before is out of date.
    void inForceChanged(int fleet);
    void inForceForeseen(int fleet, const app::shell::Foresight::BlastRadius &radius);
    void ponderedForeseen(int fleet,
                          const app::shell::Foresight::Fault &fault,
                          const app::shell::Foresight::BlastRadius &radius);
    void ranked(int fleet, const std::vector<model::analysis::SinglePoint> &points);

private:
    using Situation = model::analysis::Situation;
    using Done = std::function<void(const BlastRadius &)>;
    // What has been asked for since is not told any more: of each place the newest.
    void predict(size_t place, Situation situation, Done done);
    void follow(int fleet, const services::platform::FleetSnapshot &snapshot, double shoppers);

    std::vector<Situation> m_fleets;
    std::vector<bool> m_isPredicted;
    std::vector<int> m_newest; // number of the request; by fleet, the last one for what is pondered
    int m_newestRanking = 0;
    QThreadPool m_worker;
};

} // namespace app::shell
