// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "course.h"

#include "protection.h"
#include "seconds.h"

#include <algorithm>
#include <cmath>

namespace model::analysis {

using operation::FaultSetting;
using system::Given;
using system::Journey;

namespace {

constexpr int mostRounds = 60;
constexpr int eagerRounds = 4; // before the steps become smaller
constexpr double settled = 1e-3;

double blend(double before, double now, double weight)
{
    return before + (now - before) * weight;
}

} // namespace

Course::Course(const Situation &situation)
    : m_situation(situation)
    , m_ground(m_situation)
    , m_troubles(m_ground)
    , m_phases(m_troubles.phases())
    , m_memory(m_ground)
    , m_strain(m_ground, m_troubles)
    , m_failedBefore(situation.system.journeys.size())
{
    for (const Fault *fault : m_troubles.customers()) {
        m_factor *= fault->kind == FaultKind::TrafficSpike ? fault->setting(FaultSetting::Factor) : 1;
        m_repeats += fault->kind == FaultKind::RetryStorm ? fault->setting(FaultSetting::Repeats) : 0;
    }
}

BlastRadius Course::run()
{
    const double end = secondsOf(m_situation.moment);
    double now = 0;
    for (const double next : moments()) {
        while (true) {
            lookAt(now);
            const double full = now + secondsUntilFull();
            const double until = std::min({full, nextOpening(), nextLoss(now), next, end});
            lose(until - now, until);
            gather(until - now);
            now = until;
            openBreakers(now);
            if (now >= next || now >= end)
                break;
        }
    }
    lookAt(now);
    return std::move(m_radius);
}

void Course::lookAt(double moment)
{
    settle(moment);
    if (beginWaiting(moment))
        settle(moment);
    note(moment);
}

// When what only time brings comes: health checks, the end of what is remembered.
std::vector<double> Course::moments() const
{
    std::vector<double> moments;
    const auto isAny = [this](std::initializer_list<FaultKind> kinds) {
        return std::ranges::any_of(m_troubles.all(), [&](const Fault *fault) {
            return std::ranges::find(kinds, fault->kind) != kinds.end();
        });
    };
    if (isAny({FaultKind::Freeze, FaultKind::RefuseConnections}))
        moments.push_back(Stage::secondsUntilUnresponsive);
    if (isAny({FaultKind::ClockSkew, FaultKind::LinkBandwidth,
               FaultKind::StoreSlow})) { // what changes slowly is followed step by step
        for (double moment = 0.5; moment < secondsOf(m_situation.moment); moment += std::max(0.5, moment / 8))
            moments.push_back(moment);
    }
    if (const auto &fallback = m_situation.policies.calls.fallback)
        moments.push_back(secondsOf(fallback->freshFor));
    std::erase_if(moments, [this](double moment) { return moment >= secondsOf(m_situation.moment); });
    moments.push_back(secondsOf(m_situation.moment));
    std::ranges::sort(moments);
    return moments;
}

double Course::perSecondOf(const Journey &journey) const
{
    double weights = 0;
    for (const auto &each : m_situation.system.journeys)
        weights += each.weight;
    const auto index = static_cast<std::size_t>(&journey - m_situation.system.journeys.data());
    const double share = weights > 0 ? journey.weight / weights : 0;
    return m_situation.load.shoppersPerSecond * m_factor * share * (1 + m_repeats * m_failedBefore[index]);
}

void Course::settle(double moment)
{
    for (int round = 1; round <= mostRounds; ++round) {
        const Flow flow = play(moment);
        const Strain before = m_strain;
        relax(flow, moment, round <= eagerRounds ? 1 : 0.3);
        if (round == mostRounds || (round > 1 && change(before) < settled))
            return planBreakers(flow, moment);
    }
}

Flow Course::play(double moment)
{
    m_stages.clear();
    m_journeys.clear();
    m_stages.reserve(m_phases.size());
    Flow flow(m_ground, m_troubles);
    Flow losses(m_ground, m_troubles); // of those whose loss is not that of an order which is lost already
    const bool ordersAreLost = m_strain.lostOrders >= m_situation.load.customers;
    const auto &journeys = m_situation.system.journeys;
    std::vector<double> failed(journeys.size());
    double underWay = 0;
    m_orderLosses = 0;
    for (const auto &phase : m_phases) {
        auto &stage
            = m_stages.emplace_back(Stage::Setting{m_ground, m_troubles, m_strain, m_reasons, moment}, phase);
        std::vector<JourneyPlay> plays;
        for (const auto &journey : journeys)
            plays.push_back(playJourney(stage, journey));
        std::vector<Flow::Source> all;
        std::vector<Flow::Source> losing;
        for (std::size_t i = 0; i < journeys.size(); ++i) {
            const double perSecond = perSecondOf(journeys[i]) * m_strain.begun;
            const bool isOrder = journeys[i].given == Given::FilledCart && plays[i].hung > 0;
            all.push_back({&plays[i], perSecond});
            if (!isOrder || !ordersAreLost)
                losing.push_back(all.back());
            m_orderLosses += isOrder ? perSecond * phase.share * plays[i].hung : 0;
            failed[i] += phase.share * plays[i].failed;
            underWay += perSecondOf(journeys[i]) * phase.share * plays[i].seconds;
        }
        flow.add(stage, all);
        losses.add(stage, losing);
        m_journeys.push_back(std::move(plays));
    }
    flow.add(toldBy(m_ground, flow.publishing(), m_strain.queues));
    m_failedBefore = failed;
    m_strain.newOrders = newOrders();
    m_strain.begun = underWay > m_situation.load.mostUnderWay ? m_situation.load.mostUnderWay / underWay : 1;
    m_losses.assign(m_ground.units().size(), {});
    for (std::size_t unit = 0; unit < m_losses.size(); ++unit) {
        for (std::size_t lot = 0; lot < m_strain.lots[unit].size(); ++lot) {
            const auto &lost = losses.of(static_cast<int>(unit), lot);
            m_losses[unit].push_back({lost.lostPerSecond, lost.outsideLost});
        }
    }
    m_clients = losses.clients();
    m_callLosses.clear();
    for (int call = 0; call < m_ground.calls(); ++call)
        m_callLosses.push_back(losses.of(call).lostPerSecond);
    return flow;
}

// Everybody who asks about an order asks about the newest of which nobody has asked yet, or else about one
// whose message has been seen.
double Course::newOrders() const
{
    double placed = 0;
    double asked = 0;
    const auto &journeys = m_situation.system.journeys;
    for (std::size_t i = 0; i < journeys.size(); ++i) {
        placed += placesOrders(journeys[i]) ? perSecondOf(journeys[i]) * (1 - m_failedBefore[i]) : 0;
        asked += asksAboutOrders(journeys[i]) ? perSecondOf(journeys[i]) : 0;
    }
    return asked > 0 ? std::min(1.0, placed / asked) : 1;
}

double Course::logInsWell() const
{
    double all = 0;
    double well = 0;
    const auto &journeys = m_situation.system.journeys;
    for (std::size_t i = 0; i < journeys.size(); ++i) {
        if (journeys[i].given != Given::Shopper)
            continue;
        all += journeys[i].weight;
        well += journeys[i].weight * (1 - m_failedBefore[i]);
    }
    return all > 0 ? well / all : 1;
}

double Course::placesFor(int unit) const
{
    const auto &ground = m_ground.unit(unit);
    const auto &shedding = ground.policies->shedding;
    return shedding ? std::ceil(ground.inFlight * shedding->inFlightShare) : ground.inFlight;
}

void Course::relax(const Flow &flow, double moment, double weight)
{
    for (std::size_t unit = 0; unit < m_strain.lots.size(); ++unit) {
        const auto &ground = m_ground.units()[unit];
        for (std::size_t lot = 0; lot < m_strain.lots[unit].size(); ++lot) {
            auto &strain = m_strain.lots[unit][lot];
            const auto &asked = flow.of(static_cast<int>(unit), lot);
            const auto queue = queueing(ground, asked);
            const double outside
                = std::min(letIn(placesFor(static_cast<int>(unit)), strain.lost, asked.wouldBeInFlight),
                           letIn(mostConnections, strain.lostConnections, asked.wouldBeConnected));
            strain.returned = asked.outsideLost > 0 ? m_throughLines : strain.returned;
            strain.fromOutside = blend(strain.fromOutside, std::max(outside, strain.returned), weight);
            strain.served = blend(strain.served, queue.served, weight);
            strain.waitSeconds = blend(strain.waitSeconds, queue.waitSeconds, weight);
            strain.outsidePerSecond = blend(strain.outsidePerSecond, asked.outsidePerSecond, weight);
            if (asked.outsidePerSecond <= 0)
                continue;
            const double held = asked.outsideLost > 0 ? never : asked.outsideHeld / asked.outsidePerSecond;
            const bool isFinite = held != never && strain.heldSeconds != never;
            strain.heldSeconds = isFinite ? blend(strain.heldSeconds, held, weight) : held;
            strain.failed = blend(strain.failed, asked.outsideFailed / asked.outsidePerSecond, weight);
        }
    }
    for (auto &line : m_strain.lines)
        line.askedPerSecond = line.answeredPerSecond = 0;
    for (auto line = flow.lines().begin(); line != flow.lines().end(); ++line) {
        auto &strain = m_strain.lines[line.key()];
        strain.askedPerSecond = line->askedPerSecond;
        strain.answeredPerSecond = line->answeredPerSecond;
    }
    lookThroughLines();
    relaxQueues(flow);
    relaxClients(flow, weight);
    relaxCalls(flow, moment, weight);
}

void Course::relaxCalls(const Flow &flow, double moment, double weight)
{
    for (const auto &endpoint : m_ground.endpoints()) {
        for (const auto &call : endpoint.calls) {
            auto &strain = m_strain.calls[static_cast<std::size_t>(call.number)];
            const auto &asked = flow.of(call.number);
            const auto &policies = *call.policies;
            strain.perSecond = asked.perSecond;
            if (asked.perSecond <= 0)
                continue;
            const double breaker
                = policies.breaker && strain.hasOpened ? stoppedByBreaker(*policies.breaker, asked) : 0;
            strain.stoppedByBreaker = blend(strain.stoppedByBreaker, breaker, weight);
            Flow::OfCall through = asked;
            through.held *= 1 - strain.stoppedByBreaker;
            const double bulkhead
                = policies.bulkhead ? stoppedByBulkhead(*policies.bulkhead, through, strain.lost) : 0;
            strain.stoppedByBulkhead = blend(strain.stoppedByBulkhead, bulkhead, weight);
            const double answered = (1 - asked.failed / asked.perSecond) * (1 - strain.stoppedByBreaker);
            if (policies.fallback)
                strain.remembered
                    = m_memory.remembered(call, moment, {answered, logInsWell(), m_strain.newOrders});
        }
    }
}

} // namespace model::analysis
