// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "policycaller.h"

#include "verdict.h"

namespace services::resilience {

using namespace Qt::StringLiterals;
using contract::Instant;
using contract::Kind;
using contract::Reply;
using contract::Request;
using contract::Result;
using model::operation::Fallback;

namespace {

// A call's place in the bulkhead, which it leaves however it ends.
class Place
{
public:
    explicit Place(Bulkhead &bulkhead)
        : m_bulkhead(bulkhead)
    {
    }
    ~Place() { m_bulkhead.leave(); }
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

private:
    Bulkhead &m_bulkhead;
};

bool wantsCache(const CallGuard &guard)
{
    const auto &fallback = guard.policies().fallback;
    return fallback && fallback->kind == Fallback::Cached;
}

Result<Reply> tooLate(const Request &request)
{
    return failure(Kind::TimedOut, u"The time for this request is over"_s, request.endpoint.capability.value);
}

} // namespace

struct PolicyCaller::Attempt
{
    Result<Reply> outcome;
    bool wasStopped = false; // by a policy of ours: the callee was not asked
};

PolicyCaller::PolicyCaller(std::unique_ptr<contract::Caller> inner,
                           model::system::CapabilityId self,
                           Means means)
    : m_inner(std::move(inner))
    , m_self(std::move(self))
    , m_means(std::move(means))
    , m_edition(m_means.board->current())
    , m_backoff(m_means.seed)
{
}

QCoro::Task<Result<Reply>> PolicyCaller::call(Request request)
{
    const auto &clock = m_means.guards.recorder;
    CallGuard &guard = guardOf(request.endpoint);
    const Instant since = guard.begin(request);
    std::optional<Result<Reply>> outcome;
    bool wasTried = false; // else there was no time for it that could have passed
    for (int attempt = 1; clock.now() < request.context.deadline; ++attempt) {
        wasTried = true;
        Request once = request;
        bool isFinal = false;
        if (guard.isPlain()) {
            guard.bulkhead().tryEnter();
            const Place place(guard.bulkhead());
            outcome = co_await m_inner->call(std::move(once));
        } else {
            auto made = co_await guarded(&guard, std::move(once));
            outcome = std::move(made.outcome);
            isFinal = made.wasStopped;
        }
        if (*outcome || isFinal || !guard.maySendAgain(request, outcome->error(), attempt))
            break;
        const auto because = outcome->error();
        const auto pause = pauseBefore(attempt, because, guard);
        outcome.reset();
        if (pause > std::chrono::nanoseconds::zero()) {
            const auto until = std::min(request.context.deadline - clock.now(), pause);
            const auto slept = co_await waiting::sleepFor(m_means.guards.scope, m_means.guards.timers, until);
            if (!slept)
                co_return failure(slept.error());
        }
        if (clock.now() < request.context.deadline)
            guard.noteRepeat(request, because);
    }
    if (!outcome)
        outcome = tooLate(request);
    if (wasTried && !*outcome && outcome->error().kind == Kind::TimedOut)
        guard.noteTimeout(request, since);
    if (guard.policies().fallback)
        standIn(guard, request, *outcome);
    co_return std::move(*outcome);
}

CallGuard &PolicyCaller::guardOf(const model::system::EndpointId &endpoint)
{
    if (m_means.board->version() != m_edition->version)
        applyNews();
    const auto found = m_guards.find(endpoint);
    if (found != m_guards.end())
        return found->second;
    auto &guard = m_guards.try_emplace(endpoint, model::telemetry::LinkId{m_self, endpoint}, m_means.guards)
                      .first->second;
    guard.apply(m_edition->book.of({m_self, endpoint}));
    return guard;
}

// More room lets waiting calls go on at once, and these may need guards which are not there yet.
void PolicyCaller::applyNews()
{
    m_edition = m_means.board->current();
    std::vector<std::pair<model::system::EndpointId, CallGuard *>> guards;
    for (auto &[endpoint, guard] : m_guards)
        guards.emplace_back(endpoint, &guard);
    const auto edition = m_edition;
    for (const auto &[endpoint, guard] : guards)
        guard->apply(edition->book.of({m_self, endpoint}));
}

QCoro::Task<PolicyCaller::Attempt> PolicyCaller::guarded(CallGuard *guard, Request request)
{
    const auto entry = guard->bulkhead().tryEnter();
    if (entry == Bulkhead::Entry::Full)
        co_return Attempt{failure(guard->stoppedByBulkhead(request.context.trace)), true};
    if (entry == Bulkhead::Entry::MustWait) {
        const auto entered = co_await guard->bulkhead().waitForRoom(request.context.deadline);
        if (!entered)
            co_return Attempt{failure(entered.error()), true};
    }
    const Place place(guard->bulkhead());
    auto attempt = co_await throughBreaker(guard, std::move(request));
    co_return attempt;
}

QCoro::Task<PolicyCaller::Attempt> PolicyCaller::throughBreaker(CallGuard *guard, Request request)
{
    const auto span = request.context.trace;
    const Instant since = m_means.guards.recorder.now();
    std::optional<CircuitBreaker::Permit> permit;
    if (guard->breaker() != nullptr) {
        permit = guard->admit(span);
        if (!permit)
            co_return Attempt{failure(guard->stoppedByBreaker()), true};
    }
    Attempt attempt;
    attempt.outcome = co_await m_inner->call(std::move(request));
    if (permit)
        guard->record(*permit, attempt.outcome, since, span);
    co_return attempt;
}

// What was refused is at once sent to another instance, as far as the balancer knows one.
std::chrono::nanoseconds
PolicyCaller::pauseBefore(int repeat, const model::result::Error &failure, const CallGuard &guard)
{
    const auto &retry = guard.policies().retry;
    if (failure.kind == Kind::Refused || !retry)
        return std::chrono::nanoseconds::zero();
    return guard.restAfter(failure) + m_backoff.before(repeat, *retry);
}

void PolicyCaller::standIn(CallGuard &guard, const Request &request, Result<Reply> &outcome)
{
    if (outcome)
        return remember(guard, request, *outcome);
    if (verdictOn(outcome) != Verdict::Failed)
        return;
    const auto question = wantsCache(guard) ? AnswerCache::questionOf(request) : std::nullopt;
    const Instant now = m_means.guards.recorder.now();
    const auto known
        = question ? m_cache.find(*question, guard.policies().fallback->freshFor, now) : std::nullopt;
    if (known) {
        const auto age = std::chrono::round<std::chrono::seconds>(now - known->at);
        const auto what = u"the answer of %1 s ago"_s.arg(age.count());
        guard.noteFallback(u"%1, since: %2"_s.arg(what, outcome.error().message), request.context.trace);
        outcome = known->reply;
        outcome->degraded = what;
    } else if (const auto declared = m_means.standIns.constFind(request.endpoint);
               declared != m_means.standIns.cend()) {
        guard.noteFallback(u"%1, since: %2"_s.arg(*declared, outcome.error().message), request.context.trace);
    }
}

void PolicyCaller::remember(const CallGuard &guard, const Request &request, const Reply &reply)
{
    if (!wantsCache(guard))
        return;
    if (const auto question = AnswerCache::questionOf(request))
        m_cache.keep(*question, reply, m_means.guards.recorder.now());
}

} // namespace services::resilience
