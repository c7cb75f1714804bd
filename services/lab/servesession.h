// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"
#include "controlapi.h"

namespace services::lab {

// Serves a platform's fleets until it is told to stop. Main thread; quits the application's event loop when
// it has ended.
class ServeSession : public QObject
{
    Q_OBJECT
public:
    ServeSession(platform::PlatformOptions options,
                 std::shared_ptr<const assembly::ComponentFactory> factory);

    void begin();
    void stop();
    ExitCode exitCode() const { return m_exitCode; }

private:
    void announce();
    void giveUp(const model::result::Error &error);

    platform::Platform m_platform;
    ControlApi m_control;
    bool m_isStopping = false;
    ExitCode m_exitCode = ExitCode::Well;
};

} // namespace services::lab
