// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"
#include "verifyorder.h"

#include <services/verification/fleetlane.h>
#include <services/verification/shortcomings.h>
#include <services/verification/sweep.h>
#include <services/waiting/looptimers.h>

#include <QObject>

namespace services::lab {

// One verification from beginning to end: tells what it finds as it goes, and ends the program's event loop.
// Main thread; owned by verify().
class VerifySession : public QObject
{
    Q_OBJECT
public:
    VerifySession(VerifyOrder order, verification::FleetLane::Options lane);
    ~VerifySession() override;

    void begin();
    void interrupt();

    // Nothing when no fleet could be run, or it was interrupted.
    const std::optional<verification::Findings> &findings() const { return m_findings; }
    const verification::Requirement &requirement() const { return m_requirement; }
    ExitCode exitCode() const { return m_exitCode; }

private:
    QCoro::Task<> run();
    void tell(const verification::TrialOutcome &outcome);
    void tellDoubt(const verification::TrialOutcome &outcome);

    verification::Requirement m_requirement;
    int m_planned = 0;
    int m_played = 0;
    waiting::LoopTimers m_timers;
    waiting::WaitScope m_scope;
    verification::Predictor m_predictor;
    verification::Sweep m_sweep;
    std::optional<verification::Findings> m_findings;
    ExitCode m_exitCode = ExitCode::BadInput;
};

} // namespace services::lab
