// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figures.h"

#include <QCoreApplication>

namespace app::wording {

using services::runtime::InstanceState;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::wording", text);
}

} // namespace

QString ago(std::chrono::nanoseconds duration)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(duration).count();
    return seconds < 120 ? tr("%1 s").arg(seconds) : tr("%1 min").arg(seconds / 60);
}

std::chrono::nanoseconds wallClock()
{
    return std::chrono::system_clock::now().time_since_epoch()
        - std::chrono::steady_clock::now().time_since_epoch();
}

QString milliseconds(std::chrono::nanoseconds duration)
{
    const double value = std::chrono::duration<double, std::milli>(duration).count();
    return tr("%L1 ms").arg(value, 0, 'f', value < 10 ? 1 : 0);
}

QString lasting(std::chrono::duration<double> duration)
{
    if (duration >= std::chrono::seconds(1))
        return tr("%L1 s").arg(duration.count(), 0, 'f', 1);
    return milliseconds(std::chrono::duration_cast<std::chrono::nanoseconds>(duration));
}

QString perSecond(double rate)
{
    return tr("%L1 /s").arg(rate, 0, 'f', rate < 10 ? 1 : 0);
}

QString words(InstanceState state)
{
    switch (state) {
    case InstanceState::Starting:
        return tr("starting");
    case InstanceState::Healthy:
        return tr("healthy");
    case InstanceState::Unresponsive:
        return tr("does not answer");
    case InstanceState::Draining:
        return tr("finishing its work");
    case InstanceState::Crashed:
        return tr("crashed");
    case InstanceState::Failed:
        return tr("could not start");
    case InstanceState::Stopped:
        break;
    }
    return tr("stopped");
}

QString briefly(InstanceState state)
{
    switch (state) {
    case InstanceState::Unresponsive:
        return tr("silent");
    case InstanceState::Draining:
        return tr("ending");
    case InstanceState::Crashed: // "abgestürzt" is long
        return QCoreApplication::translate("app::wording", "crashed", "briefly");
    case InstanceState::Failed:
        return tr("no start");
    case InstanceState::Starting:
    case InstanceState::Healthy:
    case InstanceState::Stopped:
        break;
    }
    return words(state);
}

} // namespace app::wording
