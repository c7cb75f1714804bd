// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparison.h"

#include <algorithm>

namespace app::journeys {

using namespace std::chrono_literals;

namespace {

constexpr auto longestWindow = 10s; // of the journey monitor: what ended before the faults may count so long
constexpr auto lastsFor = 2s; // a lone unlucky window is no disagreement

bool isHurt(JourneyState state)
{
    return state == JourneyState::Down || state == JourneyState::Degraded;
}

} // namespace

void Comparison::expect(const Outlooks &journeys)
{
    m_expected = journeys;
    m_isNews = true;
    m_isOutdated = false;
}

void Comparison::doubt()
{
    m_isOutdated = true;
    m_isSettled = false;
    m_disagreements.clear();
}

std::chrono::nanoseconds Comparison::settling() const
{
    std::chrono::nanoseconds latest{0};
    for (const auto &outlook : m_expected)
        latest = std::max<std::chrono::nanoseconds>(latest, outlook.after);
    return longestWindow + latest;
}

void Comparison::measure(const services::platform::FleetSnapshot &fleet, model::telemetry::Instant now)
{
    if (std::exchange(m_isNews, false)) {
        m_expectedSince = now;
        for (auto &measured : m_measured) {
            measured.differsSince.reset();
            measured.lately.clear(); // of an earlier fault
        }
    }
    for (const auto &result : fleet.results) {
        if (!result.message.isEmpty())
            m_measured[result.journey].lately = result.message;
    }
    m_isSettled = !m_isOutdated && !m_expected.isEmpty() && now - m_expectedSince >= settling();
    m_disagreements.clear();
    m_untried.clear();
    for (const auto &journey : fleet.journeys) {
        auto &measured = m_measured[journey.journey];
        measured.tally = journey.tally;
        const auto expected = m_expected.constFind(journey.journey);
        const auto state = journey.tally.state();
        if (state == JourneyState::Unknown)
            m_untried.push_back(journey.journey);
        if (expected == m_expected.cend() || state == JourneyState::Unknown || state == expected->state) {
            measured.differsSince.reset();
            continue;
        }
        if (!measured.differsSince.has_value())
            measured.differsSince = now;
        if (m_isSettled && now - *measured.differsSince >= lastsFor)
            m_disagreements.push_back({journey.journey, *expected, journey.tally, measured.lately});
    }
}

QHash<model::system::JourneyId, Expectation> Comparison::expectations() const
{
    QHash<model::system::JourneyId, Expectation> expectations;
    if (m_isOutdated)
        return expectations;
    for (auto expected = m_expected.begin(); expected != m_expected.end(); ++expected) {
        auto &expectation = expectations[expected.key()];
        expectation.state = expected->state;
        if (m_isSettled && m_measured.value(expected.key()).tally.state() == expected->state)
            expectation.agreement = Agreement::Agrees;
    }
    for (const auto &disagreement : m_disagreements)
        expectations[disagreement.journey].agreement = Agreement::Differs;
    return expectations;
}

int Comparison::predictedHurt() const
{
    return static_cast<int>(
        std::ranges::count_if(m_expected, [](const Outlook &outlook) { return isHurt(outlook.state); }));
}

int Comparison::hurtIn(const services::platform::FleetSnapshot &fleet)
{
    return static_cast<int>(std::ranges::count_if(
        fleet.journeys, [](const auto &journey) { return isHurt(journey.tally.state()); }));
}

int Comparison::measuredHurt() const
{
    return static_cast<int>(std::ranges::count_if(
        m_measured, [](const Measured &measured) { return isHurt(measured.tally.state()); }));
}

} // namespace app::journeys
