// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeyrunner.h"

#include "answervalue.h"
#include "journeytrace.h"

#include <services/waiting/pending.h>

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace services::load {

using namespace Qt::StringLiterals;
using contract::Request;
using model::result::Error;
using model::result::Kind;
using model::result::Result;
using model::system::Journey;
using model::system::Step;

namespace {

// Problems after which it makes sense to look again later: the shop is there, but does not have it yet.
bool mayComeLater(const Answer &answer)
{
    static constexpr std::array passing
        = {Kind::NotFound, Kind::Overloaded, Kind::Unavailable, Kind::TimedOut,
           Kind::Internal, Kind::Corrupt,    Kind::ReadOnly};
    return answer.reached
        && (!answer.problem || std::ranges::find(passing, answer.problem->kind) != passing.end());
}

} // namespace

// A walk under way; lives in the frame of walk().
struct JourneyRunner::Progress
{
    explicit Progress(JourneyTrace begun)
        : trace(std::move(begun))
    {
    }

    Walk walk;
    JourneyTrace trace;
    QByteArray session;
    QByteArray cause;
    std::function<void()> late;

    void fail(const Step &step, Kind kind, const QString &why)
    {
        walk.outcome = Outcome::Failed;
        walk.failure = kind;
        walk.message = u"%1: %2"_s.arg(step.endpoint.operation, why);
    }
    void degrade(const Step &step, const QString &why)
    {
        walk.outcome = Outcome::Degraded;
        walk.message = u"%1: %2"_s.arg(step.endpoint.operation, why);
    }
    void becomeLate(const Step &step)
    {
        degrade(step, u"late"_s);
        if (!std::exchange(walk.late, true) && late)
            late();
    }
};

JourneyRunner::JourneyRunner(const model::system::System &system, Surroundings surroundings, Options options)
    : m_system(system)
    , m_around(surroundings)
    , m_options(options)
    , m_ids(options.seed)
{
}

std::chrono::milliseconds JourneyRunner::longest(const model::system::System &system, const Options &options)
{
    std::chrono::milliseconds longest{0};
    for (const auto &journey : system.journeys) {
        std::chrono::milliseconds sum{0};
        for (const auto &step : journey.steps) {
            sum += options.patience;
            if (step.until) // it may ask once more just before the time is up
                sum += step.until->lostAfter + options.pollEvery;
        }
        longest = std::max(longest, sum);
    }
    return longest;
}

QCoro::Task<Walk> JourneyRunner::walk(const Journey *journey, Visit visit, std::function<void()> late)
{
    Progress progress(JourneyTrace(m_ids, visit.isTraced, m_around.timers.now()));
    progress.walk.variables = std::move(visit.variables);
    progress.walk.trace = progress.trace.id();
    progress.session = std::move(visit.session);
    progress.cause = std::move(visit.cause);
    progress.late = std::move(late);
    for (const Step &step : journey->steps) {
        bool done = false;
        if (step.until)
            done = co_await playUntil(&step, &progress);
        else
            done = co_await play(&step, &progress);
        if (!done)
            break;
    }
    progress.walk.spans = progress.trace.take();
    co_return std::move(progress.walk);
}

QCoro::Task<Answer> JourneyRunner::ask(Progress *progress, Request request, QByteArray causes)
{
    auto span = progress->trace.begin(request, m_around.timers.now());
    Answer answer = co_await m_around.door.ask(std::move(request), std::move(causes));
    progress->trace.end(std::move(span), answer, m_around.timers.now());
    co_return answer;
}

QCoro::Task<bool> JourneyRunner::play(const Step *step, Progress *progress)
{
    auto request = requestOf(*step, *progress);
    if (!request) {
        progress->fail(*step, request.error().kind, request.error().message);
        co_return false;
    }
    const Request again = *request;
    const QByteArray causes
        = progress->cause.isEmpty() ? m_repeatsCause : progress->cause + ',' + m_repeatsCause;
    Answer answer = co_await ask(progress, *std::move(request), progress->cause);
    for (int repeats = 0; isWorthRepeating(*step, answer, repeats); ++repeats) {
        ++progress->walk.repeats;
        Request once = again;
        once.context.deadline = m_around.timers.now() + m_options.patience;
        answer = co_await ask(progress, std::move(once), causes);
    }
    co_return accept(*step, answer, *progress);
}

bool JourneyRunner::isWorthRepeating(const Step &step, const Answer &answer, int repeats) const
{
    return repeats < m_repeats && answer.status != step.expectedStatus && !m_around.scope.isCancelled();
}

QCoro::Task<bool> JourneyRunner::playUntil(const Step *step, Progress *progress)
{
    const auto begin = m_around.timers.now();
    while (true) {
        auto request = requestOf(*step, *progress);
        if (!request) {
            progress->fail(*step, request.error().kind, request.error().message);
            co_return false;
        }
        const Answer answer = co_await ask(progress, *std::move(request), progress->cause);
        const auto waited = m_around.timers.now() - begin;
        const bool there = !answer.problem && answer.reached && holds(answer.body, step->until->pointer);
        if (there || !mayComeLater(answer)) {
            const bool accepted = accept(*step, answer, *progress);
            if (accepted && waited > step->until->lateAfter)
                progress->becomeLate(*step);
            co_return accepted;
        }
        if (waited > step->until->lostAfter) {
            progress->fail(*step, Kind::TimedOut, u"lost"_s);
            co_return false;
        }
        if (waited > step->until->lateAfter)
            progress->becomeLate(*step);
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(step->until->lostAfter - waited);
        const auto wanted = progress->walk.late ? m_options.pollWhenLate : m_options.pollEvery;
        const auto pause = std::clamp(left, std::chrono::milliseconds(1), wanted);
        const auto slept = co_await waiting::sleepFor(m_around.scope, m_around.timers, pause);
        if (!slept) {
            progress->fail(*step, slept.error().kind, slept.error().message);
            co_return false;
        }
    }
}

Result<Request> JourneyRunner::requestOf(const Step &step, Progress &progress) const
{
    const auto &variables = progress.walk.variables;
    const auto path = fillIn(step.path, variables);
    const auto query = fillIn(step.query, variables);
    const auto body = fillIn(step.body, variables);
    for (const auto *error :
         {path ? nullptr : &path.error(), query ? nullptr : &query.error(), body ? nullptr : &body.error()}) {
        if (error != nullptr)
            return model::result::failure(*error);
    }
    Request request;
    request.endpoint = step.endpoint;
    request.path = *path;
    request.query = *query;
    if (!step.body.isEmpty())
        request.body = QJsonDocument(*body).toJson(QJsonDocument::Compact);
    request.context.deadline = m_around.timers.now() + m_options.patience;
    if (step.authorised)
        request.context.session = progress.session;
    const auto *endpoint = m_system.endpoint(step.endpoint);
    if (endpoint != nullptr && endpoint->idempotent && step.endpoint.operation.startsWith(u"POST "))
        request.context.idempotencyKey = variables.value(u"key"_s).toUtf8();
    return request;
}

bool JourneyRunner::accept(const Step &step, const Answer &answer, Progress &progress) const
{
    progress.walk.sessionRefused = progress.walk.sessionRefused || answer.status == 401;
    if (answer.status != step.expectedStatus) {
        const auto unexpected = Error{Kind::Internal, u"answered %1"_s.arg(answer.status), {}};
        const auto why = answer.problem.value_or(unexpected);
        progress.fail(step, why.kind, why.message);
        return false;
    }
    for (auto capture = step.captures.begin(); capture != step.captures.end(); ++capture) {
        const auto value = textAt(answer.body, capture.value());
        if (!value) {
            progress.fail(step, Kind::NotFound, u"the answer holds nothing at %1"_s.arg(capture.value()));
            return false;
        }
        progress.walk.variables[capture.key()] = *value;
    }
    if (step.captures.contains(u"session"_s))
        progress.session = progress.walk.variables.value(u"session"_s).toUtf8();
    if (!answer.degraded.isEmpty())
        progress.degrade(step, answer.degraded);
    return true;
}

} // namespace services::load
