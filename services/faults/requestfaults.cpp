// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestfaults.h"

#include "touch.h"

#include <services/transport/wire.h>

#include <algorithm>

namespace services::faults {

using namespace Qt::StringLiterals;
using model::operation::FaultKind;
using model::operation::FaultSetting;
using model::result::Error;
using model::result::failure;
using model::result::Kind;
using model::system::CapabilityId;

namespace {

// The kind is the nearest to the status: it is what callers decide on, and says the status of the answer.
// It has no subject: the capability is that of failures where nobody of it answered.
Error errorOf(const Fault &fault)
{
    const auto status = static_cast<int>(fault.setting(FaultSetting::Status));
    return {transport::wire::kindOf(status), u"An injected fault: %1"_s.arg(words(fault)), {}};
}

Error tooLate(const Fault &fault, const CapabilityId &capability)
{
    return {Kind::TimedOut, u"No answer in time: %1"_s.arg(words(fault)), capability.value};
}

} // namespace

RequestFaults::RequestFaults(Exposure &exposure, telemetry::Recorder &recorder, std::uint64_t seed)
    : m_exposure(exposure)
    , m_recorder(recorder)
    , m_chance(seed)
{
}

QCoro::Task<Result<void>> RequestFaults::suffer(CapabilityId capability, contract::RequestContext context)
{
    touchByProcess(context.trace, {FaultKind::CpuBurn, FaultKind::ClockSkew});
    const auto faults = m_exposure.of(FaultReach::Module); // a copy: it changes while the request waits
    for (const auto &fault : faults) {
        if (!takes(fault, capability))
            continue;
        touch(m_recorder, context.trace, fault);
        if (fault.kind == FaultKind::Errors)
            co_return failure(errorOf(fault));
        const auto until = endOf(fault);
        const auto end = std::min(until, context.deadline);
        auto endured = co_await m_exposure.endure(fault, end);
        if (!endured)
            co_return endured;
        if (context.deadline < until && m_exposure.now() >= context.deadline)
            co_return failure(tooLate(fault, capability));
    }
    co_return Result<void>();
}

void RequestFaults::touchByCustomers(const model::telemetry::TraceContext &span, const QByteArray &words)
{
    const auto &inForce = m_exposure.current().faults;
    for (const auto &word : words.split(',')) {
        const auto cause = std::ranges::find_if(inForce, [&](const FaultInForce &each) {
            const auto &kind = description(each.fault.kind);
            return kind.reach == FaultReach::Customers && word == kind.word;
        });
        if (cause != inForce.end())
            touch(m_recorder, span, cause->fault);
    }
}

void RequestFaults::touchByProcess(const model::telemetry::TraceContext &span,
                                   std::initializer_list<FaultKind> kinds)
{
    for (const auto &fault : m_exposure.of(FaultReach::Process)) {
        if (std::ranges::find(kinds, fault.kind) != kinds.end())
            touch(m_recorder, span, fault);
    }
}

bool RequestFaults::takes(const Fault &fault, const CapabilityId &capability)
{
    if (!fault.target.capability.isEmpty() && fault.target.capability != capability)
        return false;
    const bool isPartial = fault.kind == FaultKind::Hang || fault.kind == FaultKind::SlowTail
        || fault.kind == FaultKind::Errors;
    return !isPartial || m_chance.hits(fault.setting(FaultSetting::Share));
}

Instant RequestFaults::endOf(const Fault &fault)
{
    if (fault.kind == FaultKind::Hang)
        return Instant::max();
    double delay = fault.setting(FaultSetting::DelayMs);
    if (fault.kind == FaultKind::SlowJittered) // evenly spread around the middle
        delay += (2 * m_chance.draw() - 1) * fault.setting(FaultSetting::JitterMs);
    return m_exposure.now() + milliseconds(delay);
}

} // namespace services::faults
