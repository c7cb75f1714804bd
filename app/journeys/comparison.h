// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/analysis/blastradius.h>
#include <services/platform/snapshot.h>

namespace app::journeys {

using model::operation::JourneyState;

// Whether a journey is measured as it is predicted.
enum class Agreement
{
    Pending, // cannot be judged: it is too early, or nobody has tried
    Agrees,
    Differs
};

// What is predicted of a journey from what is in force, and what became of it.
struct Expectation
{
    JourneyState state = JourneyState::Unknown; // nothing is predicted
    Agreement agreement = Agreement::Pending;

    bool operator==(const Expectation &) const = default;
};

// What is predicted of one fleet's journeys beside what is measured. A fault takes its time to be felt and
// the shoppers' window to be counted, so the two are held against each other only once both have settled, and
// they disagree when they have done so for a while. A value; knows no words for people.
class Comparison
{
public:
    using Outlook = model::analysis::Outlook;
    using Outlooks = QHash<model::system::JourneyId, Outlook>;
    struct Disagreement
    {
        model::system::JourneyId journey;
        Outlook predicted;
        services::experiment::Tally measured;
        QString lately; // why the last attempt failed, or what stood in; empty: nobody said

        JourneyState state() const { return measured.state(); }
    };

    void expect(const Outlooks &journeys);
    // What is expected is out of date, and counts for nothing until the next is.
    void doubt();
    void measure(const services::platform::FleetSnapshot &fleet, model::telemetry::Instant now);

    const Outlooks &expected() const { return m_expected; }
    QHash<model::system::JourneyId, Expectation> expectations() const;
    int predictedHurt() const;
    int measuredHurt() const;
    static int hurtIn(const services::platform::FleetSnapshot &fleet); // as measured in it
    // Long enough after the faults to judge.
    bool isSettled() const { return m_isSettled; }
    // What nobody has tried lately, so that it cannot be judged; in the order of the snapshot.
    const std::vector<model::system::JourneyId> &untried() const { return m_untried; }
    // In the order of the snapshot.
    const std::vector<Disagreement> &disagreements() const { return m_disagreements; }

private:
    struct Measured
    {
        services::experiment::Tally tally;
        QString lately;
        std::optional<model::telemetry::Instant> differsSince;
    };
    std::chrono::nanoseconds settling() const;

    Outlooks m_expected;
    bool m_isNews = true; // what is expected, since the last measurement
    model::telemetry::Instant m_expectedSince{};
    QHash<model::system::JourneyId, Measured> m_measured;
    std::vector<Disagreement> m_disagreements;
    std::vector<model::system::JourneyId> m_untried;
    bool m_isSettled = false;
    bool m_isOutdated = false; // what is expected
};

} // namespace app::journeys
