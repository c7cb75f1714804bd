// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the possibility of faults costs: a call across units through the faults of its line, and the look of
// the dispatcher at those of its module, while nothing is in force, and while something is elsewhere; in
// nanoseconds of CPU, beside the bare call and what is allowed.

#include "benchreport.h"

#include <services/faults/faultcaller.h>
#include <services/faults/requestfaults.h>
#include <services/telemetry/threadcputime.h>
#include <services/waiting/looptimers.h>

#include <QCoreApplication>

using namespace services;
using namespace Qt::StringLiterals;
using contract::Reply;
using contract::Request;
using contract::Result;

namespace {

constexpr int rounds = 7;
constexpr int callsPerRound = 100'000;
constexpr double allowed = 1000;

// As the dispatcher does it.
class Callee final : public contract::Caller
{
public:
    explicit Callee(faults::RequestFaults *requests)
        : m_requests(requests)
    {
    }
    QCoro::Task<Result<Reply>> call(Request request) override
    {
        if (m_requests != nullptr && m_requests->areInForce()) {
            const auto suffered = co_await m_requests->suffer(request.endpoint.capability, request.context);
            if (!suffered)
                co_return contract::failure(suffered.error());
        }
        co_return Reply{};
    }

private:
    faults::RequestFaults *m_requests;
};

double nanosecondsPerCall(contract::Caller &caller)
{
    Request request;
    request.endpoint = {{u"catalogue"_s}, u"GET /products/{id}"_s};
    int answered = 0;
    const auto start = telemetry::threadCpuTime();
    for (int i = 0; i < callsPerRound; ++i)
        caller.call(request).then([&](const Result<Reply> &reply) { answered += reply ? 1 : 0; });
    const auto spent = telemetry::threadCpuTime() - start;
    if (answered != callsPerRound)
        qFatal("%d of %d calls were answered", answered, callsPerRound);
    return static_cast<double>(spent.count()) / callsPerRound;
}

} // namespace

int main(int count, char **arguments)
{
    QCoreApplication application(count, arguments);
    const contract::SystemClock clock;
    waiting::LoopTimers timers;
    waiting::WaitScope scope;
    telemetry::Recorder recorder(clock, {{u"cart-1"_s}, 1, 0.01});
    const model::packaging::Unit cart{{u"cart"_s}, u"Cart"_s, {{u"cart"_s}}, 1};
    const model::packaging::Unit catalogue{{u"catalogue"_s}, u"Catalogue"_s, {{u"catalogue"_s}}, 1};
    const model::packaging::Packaging packaging{{u"two"_s}, u"Two"_s, {cart, catalogue}};
    const auto board = std::make_shared<faults::FaultBoard>();
    faults::Exposure exposure(board, {cart, {u"cart-1"_s}}, {scope, timers});
    faults::RequestFaults requests(exposure, recorder, 1);
    Callee bare(nullptr);
    faults::FaultCaller caller(std::make_unique<Callee>(&requests), {u"cart"_s},
                               {packaging, exposure, recorder, 1});

    tests::bench::Figure none(u"injection-when-no-fault-is-set"_s, u"ns"_s, tests::bench::Better::Lower);
    tests::bench::Figure elsewhere(u"injection-when-a-fault-is-elsewhere"_s, u"ns"_s,
                                   tests::bench::Better::Lower);
    model::operation::Fault slow;
    slow.kind = model::operation::FaultKind::Slow;
    slow.target.capability = {u"payments"_s};
    for (int round = 0; round < rounds; ++round) {
        const double reference = nanosecondsPerCall(bare);
        none.add(nanosecondsPerCall(caller) - reference);
        none.add(u"allowed"_s, allowed);
        board->publish({{slow, {}}});
        elsewhere.add(nanosecondsPerCall(caller) - reference);
        elsewhere.add(u"allowed"_s, allowed);
        board->publish({});
    }
    none.print();
    elsewhere.print();
    scope.cancel();
    return none.value() < allowed ? 0 : 1;
}
