// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultcaller.h"

#include "blame.h"
#include "touch.h"

namespace services::faults {

using model::result::Error;
using model::result::failure;
using model::result::Kind;
using model::telemetry::TraceContext;
using Way = Line::Way;

namespace {

// What the lines of HTTP take besides the body.
constexpr qsizetype headBytes = 400;

qsizetype bytesOf(const Result<Reply> &reply)
{
    return headBytes + (reply ? reply->body.size() : 0);
}

// The caller's own end and its own patience are not news that have to travel.
bool isNews(const Result<Reply> &outcome)
{
    return outcome || (outcome.error().kind != Kind::Cancelled && outcome.error().kind != Kind::TimedOut);
}

} // namespace

FaultCaller::FaultCaller(std::unique_ptr<contract::Caller> inner, CapabilityId self, Surroundings around)
    : m_inner(std::move(inner))
    , m_self(std::move(self))
    , m_around(around)
    , m_line(around.exposure, m_self, around.seed)
{
}

QCoro::Task<Result<Reply>> FaultCaller::call(Request request)
{
    const bool crosses = m_around.packaging.crosses(m_self, request.endpoint.capability);
    return crosses ? callAcross(std::move(request)) : m_inner->call(std::move(request));
}

// A line may be cut while a call is under way: what comes back looks again.
QCoro::Task<Result<Reply>> FaultCaller::callAcross(Request request)
{
    const auto span = request.context.trace;
    Line::Passage passage{request.endpoint.capability, headBytes + request.body.size(),
                          request.context.deadline};
    if (!m_around.exposure.isClear()) {
        auto sent = co_await travel(passage, Way::There, span);
        if (!sent)
            co_return failure(sent.error());
    }
    auto outcome = co_await m_inner->call(std::move(request));
    if (m_around.exposure.isClear())
        co_return outcome;
    if (!outcome)
        blame(outcome.error(), passage.to, span);
    if (!isNews(outcome))
        co_return outcome;
    passage.bytes = bytesOf(outcome);
    auto received = co_await travel(std::move(passage), Way::Back, span);
    if (!received)
        co_return failure(received.error());
    co_return outcome;
}

QCoro::Task<Result<void>> FaultCaller::travel(Line::Passage passage, Way way, TraceContext span)
{
    const auto faults = m_line.faultsOn(passage.to, way);
    for (const auto &fault : faults) {
        touch(m_around.recorder, span, fault);
        auto passed = co_await m_line.pass(fault, passage, way);
        if (!passed)
            co_return passed;
    }
    co_return Result<void>();
}

void FaultCaller::blame(const Error &error, const CapabilityId &callee, const TraceContext &span)
{
    const auto blamed = silencing(m_around.exposure.current(), m_around.packaging, callee, error);
    for (const auto &fault : blamed)
        touch(m_around.recorder, span, fault);
}

} // namespace services::faults
