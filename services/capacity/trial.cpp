// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trial.h"

#include <algorithm>

namespace services::capacity {

using model::system::EndpointId;
using model::system::Journey;
using model::system::JourneyId;
using model::system::System;
using model::telemetry::Histogram;

namespace {

bool waitsForMessage(const Journey &journey)
{
    return std::ranges::any_of(journey.steps, [](const auto &step) { return step.until.has_value(); });
}

std::chrono::microseconds serviceTimeOf(const EndpointId &what, const System &system)
{
    if (const auto *endpoint = system.endpoint(what))
        return endpoint->serviceTime;
    const auto *capability = system.capability(what.capability);
    for (const auto &consumption : capability->consumes) {
        if (consumption.topic.value == what.operation)
            return consumption.serviceTime;
    }
    return {};
}

} // namespace

Trial::Trial(Instant begin, Instant end)
    : m_begin(begin)
    , m_end(end)
{
}

void Trial::take(const load::JourneyResult &result)
{
    if (result.pending || result.intendedStart < m_begin || result.intendedStart >= m_end)
        return;
    auto &attempts = m_journeys[result.journey];
    ++attempts.ended;
    if (result.succeeded())
        attempts.latency.record(result.duration);
    else
        ++attempts.failed;
}

void Trial::takeServed(const EndpointId &what, quint64 succeeded, Instant until)
{
    if (until >= m_begin && until < m_end)
        m_served[what] += succeeded;
}

void Trial::append(const Trial &next)
{
    m_end = next.m_end;
    for (const auto &[journey, more] : next.m_journeys) {
        auto &attempts = m_journeys[journey];
        attempts.ended += more.ended;
        attempts.failed += more.failed;
        attempts.latency.merge(more.latency);
    }
    for (const auto &[what, succeeded] : next.m_served)
        m_served[what] += succeeded;
    m_processors.used += next.m_processors.used;
    m_processors.waited += next.m_processors.waited;
}

int Trial::attempts() const
{
    int sum = 0;
    for (const auto &[journey, attempts] : m_journeys)
        sum += attempts.ended;
    return sum;
}

int Trial::failed() const
{
    int sum = 0;
    for (const auto &[journey, attempts] : m_journeys)
        sum += attempts.failed;
    return sum;
}

Histogram Trial::timed(const System &system) const
{
    Histogram all;
    for (const auto &[id, attempts] : m_journeys) {
        const auto *journey = system.journey(id);
        if (journey != nullptr && !waitsForMessage(*journey))
            all.merge(attempts.latency);
    }
    return all;
}

Seconds Trial::mean(const System &system) const
{
    return timed(system).mean();
}

Seconds Trial::p95(const System &system) const
{
    return timed(system).quantile(0.95);
}

System Trial::asItCame(System system) const
{
    for (auto &journey : system.journeys) {
        const auto attempts = m_journeys.find(journey.id);
        journey.weight = attempts == m_journeys.end() ? 0 : attempts->second.ended;
    }
    return system;
}

QHash<JourneyId, Seconds> Trial::means() const
{
    QHash<JourneyId, Seconds> means;
    for (const auto &[id, attempts] : m_journeys) {
        if (!attempts.latency.isEmpty())
            means.insert(id, Seconds(attempts.latency.mean()));
    }
    return means;
}

double Trial::workOf(const model::packaging::Unit &unit, const System &system) const
{
    Seconds work{0};
    for (const auto &[what, succeeded] : m_served) {
        if (std::ranges::find(unit.capabilities, what.capability) != unit.capabilities.end())
            work += static_cast<double>(succeeded) * Seconds(serviceTimeOf(what, system));
    }
    return work.count() / seconds();
}

} // namespace services::capacity
