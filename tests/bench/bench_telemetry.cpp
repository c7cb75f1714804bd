// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What measuring costs: one call with its client span, its policies and its server span, beside the bare
// call; in nanoseconds of CPU, since that is what the instance's thread pays. Spans of 1 % of the traces are
// kept, and drained as often as the desktop does it under load. Of it the structured log: a line for each
// request, made, kept in its ring and drained; beside it the same line made and thrown away.

#include "benchreport.h"

#include <services/resilience/policycaller.h>
#include <services/telemetry/serverspan.h>
#include <services/telemetry/threadcputime.h>
#include <services/telemetry/tracingcaller.h>
#include <services/waiting/looptimers.h>

#include <QCoreApplication>

#include <functional>

using namespace services;
using namespace Qt::StringLiterals;
using contract::Reply;
using contract::Request;
using contract::Result;
using model::system::CapabilityId;
using telemetry::Recorder;

namespace {

constexpr int rounds = 7;
constexpr int callsPerRound = 100'000;
constexpr int callsPerDrain = 1'000; // 10,000 requests/s, drained at 10 Hz

class BareCallee final : public contract::Caller
{
public:
    QCoro::Task<Result<Reply>> call(Request) override { co_return Reply{}; }
};

// A callee which is measured.
class MeasuredCallee final : public contract::Caller
{
public:
    explicit MeasuredCallee(Recorder &recorder)
        : m_recorder(recorder)
    {
    }
    QCoro::Task<Result<Reply>> call(Request request) override
    {
        telemetry::ServerSpan span(m_recorder, request, true);
        Result<Reply> reply = Reply{};
        span.finish(reply);
        co_return reply;
    }

private:
    Recorder &m_recorder;
};

double nanosecondsPerCall(contract::Caller &caller, const std::function<void()> &drain)
{
    Request request;
    request.endpoint = {{u"catalogue"_s}, u"GET /products/{id}"_s};
    int answered = 0;
    const auto start = telemetry::threadCpuTime();
    for (int i = 0; i < callsPerRound; ++i) {
        caller.call(request).then([&](const Result<Reply> &reply) { answered += reply ? 1 : 0; });
        if (i % callsPerDrain == 0)
            drain();
    }
    const auto spent = telemetry::threadCpuTime() - start;
    return answered == callsPerRound ? static_cast<double>(spent.count()) / callsPerRound : 0;
}

// A line like that of each request which is served well.
model::telemetry::LogLine lineOf(const Request &request, contract::Instant now, int index)
{
    model::telemetry::LogLine line;
    line.at = now;
    line.endpoint = request.endpoint;
    line.caller = request.context.caller;
    line.trace.back() = static_cast<std::uint8_t>(index);
    line.duration = std::chrono::nanoseconds(index);
    return line;
}

double nanosecondsPerLine(const std::function<void(model::telemetry::LogLine)> &take,
                          const std::function<void()> &drain)
{
    Request request;
    request.endpoint = {{u"catalogue"_s}, u"GET /products/{id}"_s};
    request.context.caller = {u"cart"_s};
    const auto now = contract::Instant(std::chrono::steady_clock::now());
    const auto start = telemetry::threadCpuTime();
    for (int i = 0; i < callsPerRound; ++i) {
        take(lineOf(request, now, i));
        if (i % callsPerDrain == 0)
            drain();
    }
    return static_cast<double>((telemetry::threadCpuTime() - start).count()) / callsPerRound;
}

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    const contract::SystemClock clock;
    Recorder recorder(clock, {{u"catalogue-1"_s}, 1, 0.01});
    BareCallee bare;
    const auto unmeasured = [] {};
    const auto drain = [&] { recorder.drain(); };
    telemetry::TracingCaller traced(std::make_unique<MeasuredCallee>(recorder), recorder, {u"cart"_s},
                                    [](const auto &) { return true; });
    waiting::WaitScope scope;
    waiting::LoopTimers timers;
    const auto chainWith = [&](const model::operation::PolicyBook &book) {
        resilience::PolicyCaller::Means means{
            {recorder, scope, timers}, std::make_shared<resilience::PolicyBoard>(book), 1, {}};
        return std::make_unique<telemetry::TracingCaller>(
            std::make_unique<resilience::PolicyCaller>(std::make_unique<MeasuredCallee>(recorder),
                                                       CapabilityId{u"cart"_s}, std::move(means)),
            recorder, CapabilityId{u"cart"_s}, [](const auto &) { return true; });
    };
    const auto usual = chainWith(model::operation::usualPolicies());
    const auto none = chainWith(model::operation::noPolicies());
    const auto all = chainWith(model::operation::allPolicies());

    using tests::bench::Better;
    tests::bench::Figure spans(u"telemetry-of-a-call"_s, u"ns"_s, Better::Lower);
    tests::bench::Figure chain(u"telemetry-and-policies-of-a-call"_s, u"ns"_s, Better::Lower);
    tests::bench::Figure everything(u"telemetry-and-all-policies-of-a-call"_s, u"ns"_s, Better::Lower);
    tests::bench::Figure log(u"structured-log-of-a-request"_s, u"ns"_s, Better::Lower);
    for (int round = 0; round < rounds; ++round) {
        log.add(nanosecondsPerLine([&](auto line) { recorder.log(std::move(line)); }, drain));
        log.add(u"the same line thrown away"_s, nanosecondsPerLine([](const auto &) {}, unmeasured));
        const double reference = nanosecondsPerCall(bare, unmeasured);
        spans.add(nanosecondsPerCall(traced, drain));
        spans.add(u"bare call"_s, reference);
        const double withNone = nanosecondsPerCall(*none, drain);
        for (auto *const figure : {&chain, &everything}) {
            figure->add(nanosecondsPerCall(figure == &chain ? *usual : *all, drain));
            figure->add(u"bare call"_s, reference);
            figure->add(u"no policies"_s, withNone);
        }
    }
    spans.print();
    log.print();
    chain.print();
    everything.print();
    return 0;
}
