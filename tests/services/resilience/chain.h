// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/resilience/policycaller.h>
#include <services/telemetry/tracingcaller.h>

#include <tests/support/faketimers.h>
#include <tests/support/scriptedcaller.h>

namespace tests {

using namespace Qt::StringLiterals;
using model::operation::CallPolicies;
using model::operation::PolicyBook;
using model::result::failure;
using model::result::Kind;
using model::system::CapabilityId;
using services::contract::Reply;
using services::contract::Request;
using services::contract::Result;
using services::resilience::PolicyBoard;
using services::resilience::PolicyCaller;
using services::waiting::Completer;
using services::waiting::WaitScope;

inline Request requestOf(const QString &operation, const QByteArray &key = {})
{
    Request request;
    request.endpoint = {{u"payments"_s}, operation};
    request.context.idempotencyKey = key;
    return request;
}

// The far end of a chain: answers from its script, or lets callers wait for as long as it hangs.
class Callee final : public services::contract::Caller
{
public:
    Callee(support::Script &script, WaitScope &scope, services::waiting::Timers &timers)
        : m_scripted(script)
        , m_scope(scope)
        , m_timers(timers)
    {
    }
    QCoro::Task<Result<Reply>> call(Request request) override
    {
        if (!hangs) {
            auto answer = co_await m_scripted.call(std::move(request));
            co_return answer;
        }
        services::waiting::Pending<Reply> pending(m_scope, m_timers, request.context.deadline);
        waiting.push_back(pending.completer());
        auto answer = co_await pending;
        co_return answer;
    }

    bool hangs = false;
    std::vector<Completer<Reply>> waiting; // everybody who ever came while it hung

private:
    support::ScriptedCaller m_scripted;
    WaitScope &m_scope;
    services::waiting::Timers &m_timers;
};

// tracing(policies(callee)), as the wiring composes them: orders call payments. Its code has something to say
// when "GET /guessable" fails.
struct Chain
{
    using Outcome = std::shared_ptr<std::optional<Result<Reply>>>;

    explicit Chain(const CallPolicies &policies = model::operation::usualPolicies().calls)
        : board(std::make_shared<PolicyBoard>(bookOf(policies)))
        , caller(makePolicies(), recorder, orders, [](const CapabilityId &) { return true; })
    {
    }
    ~Chain() { scope.cancel(); }

    static PolicyBook bookOf(const CallPolicies &policies)
    {
        PolicyBook book;
        book.calls = policies;
        return book;
    }
    std::unique_ptr<PolicyCaller> makePolicies()
    {
        auto end = std::make_unique<Callee>(script, scope, timers);
        callee = end.get();
        PolicyCaller::Means means{{recorder, scope, timers}, board, 1, {}};
        means.standIns.insert(requestOf(u"GET /guessable"_s).endpoint, u"a guess"_s);
        return std::make_unique<PolicyCaller>(std::move(end), orders, std::move(means));
    }
    void answers(std::initializer_list<Kind> failures)
    {
        for (const Kind kind : failures)
            script.answers.push_back(failure(kind, u"The %1 failure"_s.arg(model::result::word(kind))));
    }
    // From now on.
    void answersOnly(Kind kind)
    {
        script.answers.clear();
        answers({kind});
    }
    void answersWell(const QByteArray &body = {})
    {
        Reply reply;
        reply.body = body;
        script.answers = {reply};
    }

    Outcome start(Request request)
    {
        auto outcome = std::make_shared<std::optional<Result<Reply>>>();
        scope.spawn(keep(std::move(request), outcome));
        return outcome;
    }
    // Lets pass whatever time the call waits.
    Result<Reply> call(Request request)
    {
        const auto outcome = start(std::move(request));
        while (!outcome->has_value() && timers.planned() > 0)
            timers.advance(std::chrono::milliseconds(1));
        if (!outcome->has_value())
            qFatal("The call waits for nothing");
        return **outcome;
    }
    QCoro::Task<> keep(Request request, Outcome outcome)
    {
        *outcome = co_await caller.call(std::move(request));
    }
    // Of what is drained now, in their order.
    QStringList decisions()
    {
        QStringList words;
        for (const auto &decision : recorder.drain().decisions)
            words.append(decision.words);
        return words;
    }

    const CapabilityId orders{u"orders"_s};
    support::FakeClock clock;
    support::FakeTimers timers{clock};
    WaitScope scope;
    services::telemetry::Recorder recorder{clock, {{u"orders-1"_s}, 1, 0.0}};
    support::Script script;
    Callee *callee = nullptr;
    std::shared_ptr<PolicyBoard> board;
    services::telemetry::TracingCaller caller;
};

} // namespace tests
