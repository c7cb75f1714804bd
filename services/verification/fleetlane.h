// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "errand.h"
#include "lane.h"
#include "observation.h"
#include "settling.h"

#include <services/experiment/fleetunderload.h>
#include <services/waiting/timers.h>
#include <services/waiting/waitscope.h>

#include <QTemporaryDir>
#include <QThreadPool>

namespace services::verification {

// A lane of real fleets with real customers. Control thread; what it is given outlives it.
class FleetLane : public QObject, public Lane
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
    FleetLane(Surroundings surroundings, Options options);
    ~FleetLane() override;

    QCoro::Task<Result<void>> open(std::shared_ptr<const Shape> shape) override;
    QCoro::Task<Result<TrialOutcome>> play(Trial trial) override;
    QCoro::Task<> close() override;

private:
    QCoro::Task<Result<void>> shoppersCome();
    QCoro::Task<Result<void>> suffer(const Trial *trial, TrialOutcome *outcome);
    QCoro::Task<bool> becomesWell();
    QCoro::Task<Result<void>> untilSettled();
    QCoro::Task<Result<void>> untilGuarded(const Trial *trial);
    QCoro::Task<Settling::Turns> turnsOf(const Trial *trial);
    QCoro::Task<Result<Predictions>> predict(Occasion occasion);
    QCoro::Task<Result<void>> breathe();
    void watchBackground();
    Result<void> inject(const Trial &trial);
    void lift(const Trial &trial);
    void forget();
    void guard();
    std::chrono::milliseconds guardedFor(Instant begin) const;
    static std::chrono::milliseconds between(Instant begin, Instant end);
    bool isWell() const;
    States states() const;
    QCoro::Task<Result<void>> compare(TrialOutcome *outcome);

    Surroundings m_around;
    Options m_options;
    std::shared_ptr<const Shape> m_shape;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<experiment::FleetUnderLoad> m_fleet;
    std::optional<Settling> m_settling;
    std::optional<Observation> m_observation;
    Pace m_pace; // of the machine, during the trial
    Errand m_errand;
    int m_looks = 0;
    Instant m_opened; // shoppers may come
    Instant m_begin; // of the faults in force
    bool m_hasRecovered = true;
    bool m_hasForgotten = false; // the policies are not those of the shape
    Instant m_guarded; // since then breakers count
    int m_fleets = 0; // so far
    QThreadPool m_predicting; // so that the control thread, which carries all lanes, goes on meanwhile
};

} // namespace services::verification
