// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "line.h"

#include "touch.h"

#include <algorithm>

namespace services::faults {

using namespace Qt::StringLiterals;
using model::operation::FaultKind;
using model::operation::FaultSetting;
using model::result::failure;
using model::result::Kind;

namespace {

constexpr qsizetype partBytes = 1460; // of a TCP segment on Ethernet
constexpr auto firstRetransmission = std::chrono::milliseconds(200); // Linux' TCP_RTO_MIN; doubles (RFC 6298)
constexpr int mostLosses = 12; // in a row: a quarter of an hour

bool isOn(FaultKind kind, Line::Way way)
{
    switch (kind) {
    case FaultKind::CutOff:
    case FaultKind::LinkLoss:
    case FaultKind::LinkBandwidth:
        return true;
    case FaultKind::CutRequests:
    case FaultKind::LinkSlow: // once for each request
        return way == Line::Way::There;
    case FaultKind::CutReplies:
        return way == Line::Way::Back;
    default:
        return false;
    }
}

} // namespace

Line::Line(Exposure &exposure, CapabilityId from, std::uint64_t seed)
    : m_exposure(exposure)
    , m_from(std::move(from))
    , m_chance(seed)
{
}

std::vector<Fault> Line::faultsOn(const CapabilityId &to, Way way)
{
    std::vector<Fault> found;
    for (const auto &fault : m_exposure.of(FaultReach::Link)) {
        const bool isForward = fault.target.capability == m_from && fault.callee == to;
        const bool isBackward
            = fault.kind == FaultKind::CutOff && fault.target.capability == to && fault.callee == m_from;
        if ((isForward || isBackward) && isOn(fault.kind, way))
            found.push_back(fault);
    }
    return found;
}

QCoro::Task<Result<void>> Line::pass(Fault fault, Passage passage, Way way)
{
    const auto arrival = std::min(arrivalOf(fault, passage, way), passage.deadline);
    auto endured = co_await m_exposure.endure(fault, arrival);
    if (!m_exposure.isInForce(fault))
        m_busyUntil.clear(); // whoever waited in the narrow place is through
    if (endured && m_exposure.now() >= passage.deadline)
        co_return failure(Kind::TimedOut, u"%1 did not answer in time"_s.arg(passage.to.value),
                          passage.to.value);
    co_return endured;
}

Instant Line::arrivalOf(const Fault &fault, const Passage &passage, Way way)
{
    switch (fault.kind) {
    case FaultKind::LinkSlow:
        return m_exposure.now() + milliseconds(fault.setting(FaultSetting::DelayMs));
    case FaultKind::LinkLoss:
        return m_exposure.now() + retransmissionsOf(fault, passage.bytes);
    case FaultKind::LinkBandwidth:
        return throughBottleneck(fault, passage, way);
    default: // cut
        return Instant::max();
    }
}

// Parts are lost one by one and sent again side by side; the message is whole when its last part has come.
std::chrono::nanoseconds Line::retransmissionsOf(const Fault &fault, qsizetype bytes)
{
    const double share = fault.setting(FaultSetting::Share);
    int most = 0;
    for (qsizetype part = 0; part < bytes; part += partBytes) {
        int losses = 0;
        while (losses < mostLosses && m_chance.hits(share))
            ++losses;
        most = std::max(most, losses);
    }
    return firstRetransmission * ((1 << most) - 1);
}

// One after another, first come, first served. What would come too late does not take the line.
Instant Line::throughBottleneck(const Fault &fault, const Passage &passage, Way way)
{
    const auto now = m_exposure.now();
    const double bytesPerMillisecond = fault.setting(FaultSetting::KilobytesPerSecond);
    const auto takes = milliseconds(static_cast<double>(passage.bytes) / bytesPerMillisecond);
    auto &busyUntil = m_busyUntil.try_emplace({passage.to, way}, now).first->second;
    const auto arrival = std::max(busyUntil, now) + takes;
    if (arrival < passage.deadline)
        busyUntil = arrival;
    return arrival;
}

} // namespace services::faults
