// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hopcalibration.h"

#include "echo.h"

#include <services/runtime/fleet.h>
#include <services/transport/httpcaller.h>
#include <services/waiting/pending.h>

#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace services::capacity {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using contract::Request;
using model::analysis::MachineCosts;
using model::analysis::Seconds;
using model::result::failure;
using model::result::Kind;
using model::result::Result;

namespace {

constexpr auto longestMeasuring = 150ms;
constexpr int turnsBefore = 10; // which warm up connections and caches
constexpr std::size_t fewestTurns = 10;
constexpr std::size_t mostTurns = 200;

enum Way : std::size_t
{
    Door,
    Near,
    Far,
};
using Times = std::array<std::vector<Seconds>, 3>;

Request requestFor(std::size_t way, const contract::Clock &clock)
{
    static const std::array operations = {u"GET /door"_s, u"GET /near"_s, u"GET /far"_s};
    Request request;
    request.endpoint = {{u"door"_s}, operations[way]};
    request.context.deadline = clock.now() + 5s;
    return request;
}

Seconds median(std::vector<Seconds> &times)
{
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::ranges::nth_element(times, middle);
    return *middle;
}

// What is asked far away crosses the network twice.
MachineCosts costsOf(Times times)
{
    const Seconds door = median(times[Door]);
    MachineCosts costs;
    costs.networkHop = median(times[Far]) / 2;
    costs.localHop = std::max(Seconds(0), median(times[Near]) - door);
    return costs;
}

runtime::FleetPlan planIn(const QString &folder)
{
    runtime::FleetPlan plan;
    plan.system = echoSystem();
    plan.packaging = echoPackaging();
    plan.dataFolder = folder;
    plan.options.serviceTimeScale = 0;
    plan.options.bootTimeScale = 0;
    return plan;
}

// A fleet and what it needs, which ends after it.
struct EchoFleet
{
    QTemporaryDir folder;
    EchoFactory factory;
    std::optional<runtime::Fleet> fleet;
};

// Ends a fleet that is still starting when nobody wants to know any more: the fleet's waits are not the
// scope's.
class StartGuard final : public waiting::Wait
{
public:
    StartGuard(waiting::WaitScope &scope, std::unique_ptr<EchoFleet> &echo)
        : m_echo(echo)
    {
        link(scope);
    }
    // Resumes who has started it, and this is gone with it.
    void cancel() override
    {
        unlink();
        m_echo.reset();
    }

private:
    std::unique_ptr<EchoFleet> &m_echo;
};

QCoro::Task<Result<void>> start(std::unique_ptr<EchoFleet> *echo, waiting::WaitScope *scope)
{
    if (scope->isCancelled())
        co_return failure(Kind::Cancelled, u"Nobody wants to know any more"_s);
    const StartGuard guard(*scope, *echo);
    auto started = co_await (*echo)->fleet->start();
    co_return started;
}

// Asks each way in turn. No statement awaits twice: see the house's rules for coroutines.
QCoro::Task<Result<Times>>
askInTurns(const runtime::Fleet *fleet, waiting::WaitScope *scope, waiting::Timers *timers)
{
    const contract::SystemClock clock;
    const auto addresses = fleet->addressSource();
    transport::HttpClient client({}, *scope, *timers);
    transport::HttpCaller caller(client, *addresses, clock, fleet->plan().options.fleetKey);
    Times times;
    const auto end = clock.now() + longestMeasuring;
    for (int turn = 0;; ++turn) {
        const std::size_t taken = times[Far].size();
        if (taken == mostTurns || (taken >= fewestTurns && clock.now() > end))
            break;
        for (std::size_t way = Door; way <= Far; ++way) {
            auto request = requestFor(way, clock);
            const auto begin = clock.now();
            const auto reply = co_await caller.call(std::move(request));
            if (!reply)
                co_return failure(reply.error());
            if (turn >= turnsBefore)
                times[way].push_back(clock.now() - begin);
        }
    }
    co_return times;
}

} // namespace

QCoro::Task<Result<MachineCosts>> measureHops(waiting::WaitScope &scope, waiting::Timers &timers)
{
    auto echo = std::make_unique<EchoFleet>();
    const auto &folder = echo->folder;
    if (!folder.isValid())
        co_return failure(Kind::ReadOnly, u"No temporary folder can be made: %1"_s.arg(folder.errorString()));
    auto plan = planIn(folder.path());
    echo->fleet.emplace(std::move(plan), echo->factory);
    const auto started = co_await start(&echo, &scope);
    const auto breathed = co_await waiting::sleepFor(scope, timers, 0ns); // out of the fleet's own signal
    if (!breathed)
        co_return failure(breathed.error());
    if (!started)
        co_return failure(started.error());
    auto times = co_await askInTurns(&*echo->fleet, &scope, &timers);
    if (!times)
        co_return failure(times.error());
    co_return costsOf(*std::move(times));
}

} // namespace services::capacity
