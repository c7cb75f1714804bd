// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crowd.h"

#include <services/waiting/pending.h>

#include <algorithm>

namespace services::load {

using namespace Qt::StringLiterals;
using model::result::Kind;
using model::system::Journey;

namespace {

constexpr auto loginsCheckedEvery = std::chrono::milliseconds(250);
// Each of the crowd's random choices has a stream of its own, so that one does not shift another.
constexpr quint64 mixStream = 0x6d69780000000001;
constexpr quint64 poolStream = 0x706f6f6c00000002;
constexpr quint64 traceStream = 0x7472616365000003;
constexpr quint64 rushStream = 0x7275736800000004;

const Journey *logInJourney(const model::system::System &system)
{
    const auto found = std::ranges::find_if(system.journeys, logsIn);
    return found == system.journeys.end() ? nullptr : &*found;
}

model::result::Result<Variables> learntOn(const Walk &walk)
{
    if (walk.outcome == Outcome::Failed)
        return model::result::failure(walk.failure.value_or(Kind::Internal), walk.message);
    return walk.variables;
}

bool isTouched(const model::telemetry::Span &span)
{
    return std::ranges::any_of(
        span.annotations, [](const model::telemetry::Annotation &remark) { return !remark.fault.isEmpty(); });
}

JourneyRunner::Options seeded(JourneyRunner::Options options, quint64 seed)
{
    options.seed = seed ^ traceStream;
    return options;
}

} // namespace

Crowd::Crowd(const model::system::System &system, JourneyRunner::Surroundings surroundings, Options options)
    : m_system(system)
    , m_around(surroundings)
    , m_options(std::move(options))
    , m_logIn(logInJourney(system))
    , m_pool(m_options.population, m_options.seed ^ poolStream)
    , m_mix(system.journeys, m_options.seed ^ mixStream)
    , m_arrivals(m_options.seed, m_around.timers.now())
    , m_rush(m_options.seed ^ rushStream, m_around.timers.now())
    , m_runner(system, surroundings, seeded(m_options.runner, m_options.seed))
    , m_traced(m_options.tracesPerSecond)
{
}

Crowd::~Crowd()
{
    m_around.timers.cancel(m_next);
}

void Crowd::open()
{
    if (m_logIn == nullptr)
        return;
    for (int worker = 0; worker < m_options.loginsAtOnce; ++worker)
        m_around.scope.spawn(keepLoggedIn());
}

bool Crowd::isReady() const
{
    return m_logIn == nullptr || m_pool.loggedIn() >= wantedLogins();
}

int Crowd::wantedLogins() const
{
    return std::min(m_options.population.loggedInAtStart, m_options.population.customers);
}

void Crowd::setShoppersPerSecond(double rate)
{
    m_arrivals.setRate(m_mix.isEmpty() ? 0 : rate, m_around.timers.now());
    waitForNext();
}

void Crowd::setRush(double perSecond, QByteArray cause)
{
    m_rushCause = std::move(cause);
    m_rush.setRate(m_mix.isEmpty() ? 0 : perSecond, m_around.timers.now());
    waitForNext();
}

LoadBatch Crowd::drain()
{
    m_batch.underWay = static_cast<int>(m_underWay.size());
    m_batch.isQuiet = m_underWay.empty() && m_arrivals.rate() <= 0 && m_rush.rate() <= 0;
    return std::exchange(m_batch, LoadBatch());
}

void Crowd::waitForNext()
{
    m_around.timers.cancel(m_next);
    m_next = waiting::Timers::Ticket::None;
    const auto next = std::min(m_arrivals.next(), m_rush.next());
    if (next != Instant::max())
        m_next = m_around.timers.at(next, [this] { arriveUntilNow(); });
}

void Crowd::arriveUntilNow()
{
    const auto now = m_around.timers.now();
    while (std::min(m_arrivals.next(), m_rush.next()) <= now) {
        const bool isOfRush = m_rush.next() < m_arrivals.next();
        auto &arrivals = isOfRush ? m_rush : m_arrivals;
        const auto intended = arrivals.next();
        arrivals.advance();
        launch(intended, isOfRush ? m_rushCause : QByteArray());
    }
    waitForNext();
}

void Crowd::launch(Instant intended, const QByteArray &cause)
{
    ++m_batch.arrivals;
    m_batch.lateArrivals += m_around.timers.now() - intended > m_options.lateAfter ? 1 : 0;
    const auto &journey = m_system.journeys[m_mix.draw()];
    JourneyResult result;
    result.attempt = ++m_attempts;
    result.journey = journey.id;
    result.intendedStart = intended;
    if (m_walks >= m_options.mostUnderWay) {
        result.duration = m_around.timers.now() - intended;
        result.outcome = Outcome::Failed;
        result.started = false;
        result.failure = Kind::Overloaded;
        result.message = u"not started: %1 attempts are under way"_s.arg(m_walks);
        m_batch.results.push_back(std::move(result));
        return;
    }
    auto visit = m_pool.lend(journey);
    if (!visit) {
        ++m_batch.withoutShopper;
        return;
    }
    visit->cause = cause;
    visit->isTraced = m_traced.takes(journey.id, m_around.timers.now());
    ++m_walks;
    m_underWay.emplace(result.attempt, result);
    m_around.scope.spawn(attempt(&journey, *std::move(visit), result.attempt));
}

void Crowd::endAttempts()
{
    for (auto &[number, result] : std::exchange(m_underWay, {})) {
        result.duration = m_around.timers.now() - result.intendedStart;
        result.outcome = Outcome::Failed;
        result.failure = Kind::TimedOut;
        result.message = u"nobody had answered in the end"_s;
        m_batch.results.push_back(std::move(result));
    }
}

void Crowd::becomeLate(quint64 number)
{
    const auto found = m_underWay.find(number);
    if (found == m_underWay.end())
        return;
    auto &result = found->second;
    result.late = true;
    auto soFar = result;
    soFar.duration = m_around.timers.now() - result.intendedStart;
    soFar.outcome = Outcome::Degraded;
    soFar.pending = true;
    m_batch.results.push_back(std::move(soFar));
}

QCoro::Task<> Crowd::attempt(const Journey *journey, Visit visit, quint64 number)
{
    std::function<void()> late = [this, number] { becomeLate(number); };
    Walk walk = co_await m_runner.walk(journey, visit, std::move(late));
    --m_walks;
    auto ended = m_underWay.extract(number);
    if (walk.failure == Kind::Cancelled)
        co_return; // we stop; it says nothing about the shop
    m_pool.giveBack(*journey, visit, learntOn(walk));
    if (const auto order = walk.variables.value(u"order"_s);
        walk.outcome != Outcome::Failed && !order.isEmpty())
        m_batch.orders.append(order);
    if (walk.sessionRefused && journey != m_logIn)
        m_pool.loseSession(visit.customer);
    if (ended.empty())
        co_return; // nobody waited any longer
    auto &result = ended.mapped();
    result.duration = m_around.timers.now() - result.intendedStart;
    result.outcome = walk.outcome;
    result.late = walk.late;
    result.repeats = walk.repeats;
    result.failure = walk.failure;
    result.message = walk.message;
    result.trace = walk.trace;
    tell(result, std::move(walk.spans));
    m_batch.results.push_back(std::move(result));
}

// What went wrong, or was touched by a fault, is told even if the attempt is not one of those that are traced
// whole.
void Crowd::tell(const JourneyResult &result, std::vector<model::telemetry::Span> spans)
{
    auto &attempt = spans.front();
    if (!attempt.sampled && result.outcome == Outcome::Ok && std::ranges::none_of(spans, isTouched))
        return;
    attempt.endpoint.operation = result.journey.value;
    attempt.start = result.intendedStart;
    attempt.duration = result.duration;
    if (!result.succeeded())
        attempt.failure = result.failure.value_or(Kind::Internal);
    if (result.outcome == Outcome::Failed)
        attempt.failureMessage = result.message;
    else if (result.outcome == Outcome::Degraded)
        attempt.facts.insert(u"degraded"_s, result.message);
    std::ranges::move(spans, std::back_inserter(m_batch.spans));
}

QCoro::Task<> Crowd::keepLoggedIn()
{
    while (!m_around.scope.isCancelled()) {
        bool loggedIn = false;
        auto visit = isReady() ? std::optional<Visit>() : m_pool.lend(*m_logIn);
        if (visit) {
            std::function<void()> late;
            const Walk walk = co_await m_runner.walk(m_logIn, *visit, std::move(late));
            loggedIn = walk.outcome != Outcome::Failed;
            m_pool.giveBack(*m_logIn, *visit, learntOn(walk));
        }
        if (!loggedIn) {
            const auto slept
                = co_await waiting::sleepFor(m_around.scope, m_around.timers, loginsCheckedEvery);
            if (!slept)
                co_return;
        }
    }
}

} // namespace services::load
