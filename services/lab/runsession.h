// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <services/platform/platform.h>

#include <optional>

namespace services::lab {

// One run of a scenario: starts a platform, plays, stops it. Main thread; quits the application's event loop
// when it has ended. What it has found is then in result(), or an error has been said.
class RunSession : public QObject
{
    Q_OBJECT
public:
    RunSession(platform::PlatformOptions options,
               std::shared_ptr<const assembly::ComponentFactory> factory,
               model::operation::Scenario scenario);

    void begin();
    void interrupt();
    const std::optional<experiment::RunResult> &result() const { return m_result; }
    ExitCode exitCode() const { return m_exitCode; }

private:
    void play();
    void end();
    void giveUp(const model::result::Error &error);

    platform::Platform m_platform;
    model::operation::Scenario m_scenario;
    std::optional<experiment::RunResult> m_result;
    ExitCode m_exitCode = ExitCode::BadInput;
};

} // namespace services::lab
