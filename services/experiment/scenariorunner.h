// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runrecorder.h"
#include "subject.h"

#include <model/operation/gusts.h>
#include <model/operation/scenario.h>
#include <services/waiting/timers.h>
#include <services/waiting/waitscope.h>

#include <QObject>

#include <vector>

namespace services::experiment {

// Plays a scenario on fleets that run already, in step: each action is done to all of them at the same
// moment. Control thread; the fleets and the scope outlive it. An action that cannot be done, since there is
// no such thing, ends the run with its error. What was waited for in vain is written down, and the run goes
// on: it has something to tell. Faults that it has injected are lifted at its end. Whoever collects the
// shoppers' results hands them in by take(), and whoever watches the fleets what is to be seen by look().
class ScenarioRunner : public QObject
{
    Q_OBJECT
public:
    struct Stage
    {
        std::vector<Subject *> fleets;
        waiting::WaitScope &scope;
        waiting::Timers &timers;
    };
    explicit ScenarioRunner(Stage stage, QObject *parent = nullptr);

    QCoro::Task<Result<std::vector<FleetRecord>>> play(model::operation::Scenario scenario);
    void take(const model::system::PackagingId &fleet, const load::LoadBatch &batch);
    void look(const model::system::PackagingId &fleet, const Sighting &sighting);

Q_SIGNALS:
    void actionBegun(const QString &words);

private:
    struct Player
    {
        Subject *subject = nullptr;
        RunRecorder recorder;
        std::vector<model::operation::Fault> injected; // by the scenario
    };

    QCoro::Task<Result<void>> playActions(const model::operation::Scenario *scenario);
    QCoro::Task<Result<void>> perform(model::operation::Action action);
    Result<void> hit(const model::operation::Target &target, bool restart, const QString &words);
    Result<void> inject(const model::operation::Inject &action);
    Result<void> lift(const model::operation::Lift &action);
    void liftWhatIsLeft();
    QCoro::Task<Result<void>> scale(model::operation::Scale action);
    void setPolicies(const model::operation::SetPolicies &action);
    void setSafeguard(const model::operation::SetSafeguard &action);
    QCoro::Task<Result<void>> storm(std::vector<model::operation::Gust> gusts);
    Result<void> autoscale(const model::operation::Autoscale &action);
    QCoro::Task<Result<void>> waitFor(std::chrono::nanoseconds duration);
    using Condition = std::function<bool(const Subject &)>;
    QCoro::Task<Result<void>> waitUntil(Condition holds, QString what, std::chrono::milliseconds within);
    QCoro::Task<Result<void>> lastAttempts();
    QCoro::Task<Result<void>> untilQuiet(std::chrono::milliseconds within);
    QCoro::Task<Result<void>> breathe();
    bool isQuiet() const;
    void setShoppersPerSecond(double rate);

    Stage m_stage;
    std::vector<Player> m_players;
    quint64 m_seed = 1; // of what is drawn while the scenario is played
};

} // namespace services::experiment
