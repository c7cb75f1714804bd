// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "blame.h"

#include <model/operation/faultwords.h>

#include <algorithm>

namespace services::faults {

using model::operation::Fault;
using model::operation::FaultKind;
using model::operation::FaultReach;
using model::packaging::Packaging;
using model::result::Error;
using model::result::Kind;
using model::system::CapabilityId;
using model::telemetry::Annotation;

namespace {

// As of somebody who is not there, or does not say anything.
bool isSilence(Kind kind)
{
    return kind == Kind::Refused || kind == Kind::Reset || kind == Kind::TimedOut
        || kind == Kind::Unavailable;
}

bool canSilence(FaultKind kind)
{
    return description(kind).reach == FaultReach::Process && kind != FaultKind::ClockSkew;
}

} // namespace

std::vector<Fault> silencing(const FaultsInForce &inForce,
                             const Packaging &packaging,
                             const CapabilityId &callee,
                             const Error &error)
{
    std::vector<Fault> found;
    if (!isSilence(error.kind))
        return found;
    const bool isOfNobody = error.kind == Kind::Unavailable && error.subject == callee.value;
    for (const auto &each : inForce.faults) {
        const auto &target = each.fault.target.capability;
        const bool isTheirs = target.isEmpty() || !packaging.crosses(target, callee);
        const bool isThatOne = each.instance.isEmpty() || isOfNobody || each.instance.value == error.subject;
        if (canSilence(each.fault.kind) && isTheirs && isThatOne)
            found.push_back(each.fault);
    }
    return found;
}

Blame::Blame(std::shared_ptr<const FaultBoard> board, Packaging packaging)
    : m_board(std::move(board))
    , m_packaging(std::move(packaging))
{
}

std::vector<Annotation>
Blame::remarksOn(const CapabilityId &callee, const Error &error, model::telemetry::Instant at) const
{
    std::vector<Annotation> remarks;
    const auto inForce = m_board->current();
    for (const auto &fault : silencing(*inForce, m_packaging, callee, error)) {
        const auto word = QString::fromLatin1(model::operation::description(fault.kind).word);
        remarks.push_back({at, words(fault), word});
    }
    return remarks;
}

} // namespace services::faults
