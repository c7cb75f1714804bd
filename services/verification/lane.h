// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "findings.h"
#include "observation.h"
#include "settling.h"

#include <services/experiment/fleetunderload.h>
#include <services/waiting/timers.h>
#include <services/waiting/waitscope.h>

#include <QTemporaryDir>

namespace services::verification {

using model::result::Result;

// Runs fleets, one after another, and tries faults on them, one after another. Control thread; what it is
// given outlives it.
class Lane : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QString dataFolder; // each fleet gets a folder of its own in it, for as long as it lives
        QString templatesFolder; // of prepared stores
        quint64 seed = 1;
        std::chrono::milliseconds recoversWithin{20'000};
    };
    struct Surroundings
    {
        waiting::WaitScope &scope;
        waiting::Timers &timers;
        const Predictor &predictor;
    };
    Lane(Surroundings surroundings, Options options);
    ~Lane() override;

    // Ends whatever fleet runs and starts one of the shape.
    QCoro::Task<Result<void>> open(std::shared_ptr<const Shape> shape);
    // On the fleet that runs. When it has not recovered from the trial before, a new one takes its place
    // first. Fails only when the lane cannot go on.
    QCoro::Task<Result<TrialOutcome>> play(Trial trial);
    QCoro::Task<> close();

private:
    QCoro::Task<Result<void>> shoppersCome();
    QCoro::Task<Result<void>> suffer(const Trial *trial, TrialOutcome *outcome);
    QCoro::Task<bool> becomesWell();
    QCoro::Task<Result<void>> untilSettled(Settling *settling);
    QCoro::Task<Result<void>> breathe();
    Result<void> inject(const Trial &trial);
    void lift(const Trial &trial);
    bool isWell() const;
    States states() const;
    void compare(TrialOutcome &outcome) const;

    Surroundings m_around;
    Options m_options;
    std::shared_ptr<const Shape> m_shape;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<experiment::FleetUnderLoad> m_fleet;
    std::optional<Observation> m_observation;
    Instant m_opened; // shoppers may come
    Instant m_begin; // of the faults in force
    bool m_hasRecovered = true;
    int m_fleets = 0; // so far
};

} // namespace services::verification
