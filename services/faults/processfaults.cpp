// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processfaults.h"

#include <model/operation/faultwords.h>

#include <algorithm>

namespace services::faults {

using namespace Qt::StringLiterals;
using model::operation::FaultKind;
using model::operation::FaultSetting;

ProcessFaults::ProcessFaults(Exposure &exposure,
                             waiting::Timers &timers,
                             std::uint64_t seed,
                             std::function<void()> outOfMemory)
    : m_exposure(exposure)
    , m_chance(seed)
    , m_burner(timers)
    , m_leak(timers, std::move(outOfMemory))
{
}

const Fault *ProcessFaults::find(FaultKind kind)
{
    const auto &faults = m_exposure.of(FaultReach::Process);
    const auto found = std::ranges::find(faults, kind, &Fault::kind);
    return found == faults.end() ? nullptr : &*found;
}

void ProcessFaults::apply()
{
    const auto *burn = find(FaultKind::CpuBurn);
    m_burner.setShare(burn != nullptr ? burn->setting(FaultSetting::Share) : 0);
    const auto *skew = find(FaultKind::ClockSkew);
    const double seconds = skew != nullptr ? skew->setting(FaultSetting::SkewSeconds) : 0;
    m_clock.setSkew(std::chrono::seconds(static_cast<std::int64_t>(seconds)));
    if (const auto *leak = find(FaultKind::MemoryLeak))
        m_leak.start(
            {leak->setting(FaultSetting::MegabytesPerSecond), leak->setting(FaultSetting::LimitMegabytes)});
    else
        m_leak.stop();
}

bool ProcessFaults::breaksReply()
{
    const auto *reset = find(FaultKind::ResetConnections);
    return reset != nullptr && m_chance.hits(reset->setting(FaultSetting::Share));
}

QString ProcessFaults::wrongSetting()
{
    const auto *bad = find(FaultKind::BadConfiguration);
    return bad != nullptr ? words(*bad) : QString();
}

} // namespace services::faults
