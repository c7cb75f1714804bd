// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fleetwatch.h"

#include <model/analysis/cost.h>

#include <algorithm>
#include <tuple>

namespace services::platform {

using namespace Qt::StringLiterals;
using model::telemetry::Counters;
using model::telemetry::Histogram;

namespace {

constexpr auto cpuWindow = std::chrono::seconds(1);
constexpr std::size_t mostResults = 4096; // when nobody looks
constexpr std::size_t mostSpans = 4096; // the same
constexpr std::size_t mostDecisions = 1024; // the same

std::tuple<QString, QString, QString> order(const LinkSnapshot &snapshot)
{
    const auto &[from, to] = snapshot.link;
    return {from.value, to.capability.value, to.operation};
}

} // namespace

FleetWatch::FleetWatch(experiment::FleetUnderLoad &fleet)
    : m_fleet(fleet)
    , m_steady(fleet.fleet().plan().system)
{
}

void FleetWatch::take(const load::LoadBatch &batch, Instant now)
{
    quint64 attempts = 0;
    quint64 failed = 0;
    Histogram latency;
    for (const auto &result : batch.results) {
        if (m_results.size() < mostResults)
            m_results.push_back(result);
        m_tester.take(result);
        if (result.pending)
            continue;
        ++attempts;
        if (result.succeeded())
            latency.record(result.duration);
        else
            ++failed;
    }
    for (const auto &span : batch.spans) {
        if (m_spans.size() < mostSpans)
            m_spans.push_back(span);
    }
    m_attempts.add(now, attempts, failed, latency);
    m_steady.take(batch, now);
}

FleetSnapshot FleetWatch::look(Instant now)
{
    FleetSnapshot snapshot;
    snapshot.fleet = m_fleet.id();
    snapshot.title = m_fleet.title();
    snapshot.entryPort = m_fleet.fleet().entryPort();
    takeTelemetry(m_fleet.fleet().drainTelemetry(), snapshot);
    snapshot.instances = instances(now);
    snapshot.cost = costOf(snapshot.instances);
    for (const auto &[unit, settings] : m_fleet.autoscaledUnits().settings())
        snapshot.autoscaled.push_back({unit, settings});
    snapshot.faults = m_fleet.faultsInForce();
    snapshot.links = links(now);
    snapshot.calls = m_calls.calls(snapshot.instances, m_fleet.fleet().plan().packaging);
    snapshot.policies = m_fleet.fleet().policies().current()->book;
    snapshot.safeguards = m_fleet.fleet().safeguards().current();
    snapshot.messages = messages(now);
    snapshot.journeys = journeys();
    snapshot.attempts = m_attempts.rates(now);
    testNaively(now);
    snapshot.naive = m_naive.rates(now);
    snapshot.underWay = m_fleet.underWay();
    snapshot.areShoppersReady = m_fleet.areShoppersReady();
    snapshot.results = std::exchange(m_results, {});
    std::ranges::move(std::exchange(m_spans, {}), std::back_inserter(snapshot.spans));
    snapshot.steady = m_steady.look(now, conditions(snapshot));
    return snapshot;
}

SteadyLoad::Conditions FleetWatch::conditions(const FleetSnapshot &snapshot) const
{
    SteadyLoad::Conditions conditions{m_fleet.shoppersPerSecond(), snapshot.policies,
                                      m_fleet.fleet().plan().packaging,
                                      snapshot.areShoppersReady && snapshot.faults.empty()};
    for (auto &unit : conditions.packaging.units)
        unit.instances = 0;
    for (const auto &instance : snapshot.instances) {
        const auto state = instance.status.state;
        if (state == runtime::InstanceState::Stopped)
            continue;
        conditions.isUndisturbed = conditions.isUndisturbed && state == runtime::InstanceState::Healthy;
        const auto unit = std::ranges::find(conditions.packaging.units, instance.status.unit,
                                            &model::packaging::Unit::id);
        ++unit->instances;
    }
    return conditions;
}

void FleetWatch::takeTelemetry(runtime::FleetTelemetry telemetry, FleetSnapshot &snapshot)
{
    snapshot.queues = std::move(telemetry.queues);
    for (auto &report : telemetry.reports) {
        auto &instance = m_instances[report.instance];
        instance.occupancy = report.occupancy;
        m_cpu += report.telemetry.cpu;
        instance.periods.push_back(
            {report.telemetry.from, report.telemetry.until, report.telemetry.cpu, report.worked});
        Counters served;
        const auto &all = std::as_const(report.telemetry.served);
        for (auto counters = all.begin(); counters != all.end(); ++counters) {
            served.merge(*counters);
            snapshot.served.push_back({report.unit, counters.key(), counters->requests, counters->failed()});
        }
        instance.requests.add(telemetry.at, served.requests, served.failed(), served.latency);
        for (auto called = report.telemetry.called.begin(); called != report.telemetry.called.end(); ++called)
            m_links[called.key()].add(telemetry.at, called->requests, called->failed(), called->latency);
        m_calls.add(report);
        noteDecisions(report);
        takeMessages(report, telemetry.at);
        std::ranges::move(report.telemetry.spans, std::back_inserter(snapshot.spans));
        m_lines.push_back(
            {report.unit, report.instance, std::move(report.telemetry.lines), report.telemetry.lostLines});
    }
}

void FleetWatch::testNaively(Instant now)
{
    quint64 failed = 0;
    Histogram latency;
    const auto asked = m_tester.drain(now);
    for (const auto &result : asked) {
        if (result.succeeded())
            latency.record(result.duration);
        else
            ++failed;
    }
    m_naive.add(now, asked.size(), failed, latency);
}

void FleetWatch::noteDecisions(const runtime::InstanceReport &report)
{
    for (const auto &decision : report.telemetry.decisions) {
        if (m_decisions.size() >= mostDecisions)
            return;
        QString words = u"%1: %2"_s.arg(report.instance.value, decision.words);
        if (decision.times > 1)
            words = u"%1 (%2 times)"_s.arg(words, QString::number(decision.times));
        m_decisions.push_back({decision.at, m_fleet.id(), words, DecisionEvent{report.instance, decision}});
    }
}

void FleetWatch::takeMessages(const runtime::InstanceReport &report, Instant at)
{
    using enum MessageSnapshot::Way;
    for (const auto &topic : m_fleet.fleet().plan().system.topics) {
        if (const auto published = report.telemetry.published.value(topic.id); published > 0)
            m_messages[{Published, report.unit, topic.id}].add(at, published, 0, {});
    }
    const auto &served = report.telemetry.served;
    for (auto counters = served.begin(); counters != served.end(); ++counters) {
        const model::system::TopicId topic{counters.key().operation};
        if (m_fleet.fleet().plan().system.topic(topic) != nullptr)
            m_messages[{Consumed, report.unit, topic}].add(at, counters->requests, counters->failed(),
                                                           counters->latency);
    }
}

std::vector<InstanceSnapshot> FleetWatch::instances(Instant now)
{
    std::vector<InstanceSnapshot> snapshots;
    for (auto &status : m_fleet.fleet().instances()) {
        auto &watch = m_instances[status.id];
        while (!watch.periods.empty() && watch.periods.front().until <= now - cpuWindow)
            watch.periods.pop_front();
        std::chrono::nanoseconds cpu{0};
        std::chrono::nanoseconds worked{0};
        std::chrono::nanoseconds covered{0};
        for (const auto &period : watch.periods) {
            cpu += period.cpu;
            worked += period.worked;
            covered += period.until - period.from;
        }
        InstanceSnapshot snapshot;
        if (status.state == runtime::InstanceState::Healthy
            || status.state == runtime::InstanceState::Draining)
            snapshot.occupancy = watch.occupancy;
        snapshot.requests = watch.requests.rates(now);
        snapshot.cpuShare = std::chrono::duration<double>(cpu) / std::chrono::duration<double>(cpuWindow);
        if (const auto workers = snapshot.occupancy.workers; workers > 0 && covered.count() > 0)
            snapshot.utilisation = double(worked.count()) / double(covered.count()) / workers;
        snapshot.status = std::move(status);
        snapshots.push_back(std::move(snapshot));
    }
    return snapshots;
}

CostSnapshot FleetWatch::costOf(const std::vector<InstanceSnapshot> &instances) const
{
    using enum runtime::InstanceState;
    const auto &plan = m_fleet.fleet().plan();
    CostSnapshot cost;
    cost.cpu = m_cpu;
    for (const auto &instance : instances) {
        const auto state = instance.status.state;
        if (state == Crashed || state == Failed || state == Stopped)
            continue;
        const auto one = model::analysis::costOf(plan.system, *plan.packaging.unit(instance.status.unit));
        cost.instances += 1;
        cost.memoryMegabytes += one.memoryMegabytes;
        cost.cores += instance.cpuShare;
    }
    return cost;
}

std::vector<LinkSnapshot> FleetWatch::links(Instant now)
{
    const auto &packaging = m_fleet.fleet().plan().packaging;
    std::vector<LinkSnapshot> snapshots;
    for (auto link = m_links.begin(); link != m_links.end();) {
        const auto calls = link->rates(now);
        if (calls.perSecond == 0) {
            link = m_links.erase(link);
            continue;
        }
        snapshots.push_back(
            {link.key(), packaging.crosses(link.key().from, link.key().to.capability), calls});
        ++link;
    }
    // A hash has no order to rely on.
    std::ranges::sort(snapshots, [](const LinkSnapshot &one, const LinkSnapshot &other) {
        return order(one) < order(other);
    });
    return snapshots;
}

std::vector<MessageSnapshot> FleetWatch::messages(Instant now)
{
    std::vector<MessageSnapshot> snapshots;
    for (auto &[key, window] : m_messages) {
        if (const auto rates = window.rates(now); rates.perSecond > 0)
            snapshots.push_back({key.way, key.unit, key.topic, rates});
    }
    return snapshots;
}

std::vector<JourneySnapshot> FleetWatch::journeys() const
{
    std::vector<JourneySnapshot> snapshots;
    for (const auto &journey : m_fleet.fleet().plan().system.journeys)
        snapshots.push_back({journey.id, m_fleet.tally(journey.id)});
    return snapshots;
}

} // namespace services::platform
