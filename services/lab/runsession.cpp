// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runsession.h"

#include <QCoreApplication>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::result::Result;

RunSession::RunSession(platform::PlatformOptions options,
                       std::shared_ptr<const assembly::ComponentFactory> factory,
                       model::operation::Scenario scenario)
    : m_platform(std::move(options), std::move(factory))
    , m_scenario(std::move(scenario))
{
    connect(&m_platform, &platform::Platform::actionBegun, this, [](const QString &words) { say(words); });
}

void RunSession::begin()
{
    say(u"%1: starting %2 fleets"_s.arg(m_scenario.title).arg(m_scenario.fleets.size()));
    m_platform.start().then(this, [this](const Result<void> &started) {
        if (started)
            play();
        else
            giveUp(started.error());
    });
}

void RunSession::play()
{
    m_platform.play(m_scenario).then(this, [this](const Result<experiment::RunResult> &result) {
        if (!result)
            return giveUp(result.error());
        m_result = *result;
        m_exitCode = result->passed() ? ExitCode::Well : ExitCode::NotAsExpected;
        end();
    });
}

void RunSession::end()
{
    m_platform.stop().then(this, [](const Result<void> &stopped) {
        if (!stopped)
            say(stopped.error());
        QCoreApplication::quit();
    });
}

void RunSession::giveUp(const model::result::Error &error)
{
    say(error);
    end();
}

void RunSession::interrupt()
{
    say(u"Interrupted"_s);
    m_exitCode = ExitCode::Interrupted;
    end();
}

} // namespace services::lab
