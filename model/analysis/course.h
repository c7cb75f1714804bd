// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "blastradius.h"
#include "flow.h"
#include "memory.h"

#include <map>

namespace model::analysis {

// A fleet from the moment the faults begin: at each moment at which something may turn it settles in a
// fixpoint, and in between the places that are lost for good add up. Lives for one prediction.
class Course
{
public:
    explicit Course(const Situation &situation);
    BlastRadius run();

private:
    struct Shares
    {
        double full = 0;
        double degraded = 0;
        double seconds = 0; // in the mean
        std::map<int, double> reasons; // of those which are not served in full
        std::map<int, double> failures; // of those which fail
        std::map<int, double> slow; // of those which are served in full, but not as usual
    };
    struct Losses // a second
    {
        double places = 0;
        double connections = 0;
    };
    enum class Full
    {
        Places,
        Connections
    };
    std::vector<double> moments() const;
    void lookAt(double moment);
    void settle(double moment);
    Flow play(double moment);
    void relax(const Flow &flow, double moment, double weight);
    void relaxQueues(const Flow &flow);
    void relaxClients(const Flow &flow, double weight);
    void relaxCalls(const Flow &flow, double moment, double weight);
    double newOrders() const;
    double logInsWell() const; // share
    double change(const Strain &before) const;

    double secondsUntilFull() const;
    void planBreakers(const Flow &flow, double moment);
    double nextOpening() const; // of a breaker: seconds since the faults began
    void openBreakers(double moment);
    double nextLoss(double now) const; // of those who wait: seconds since the faults began
    bool beginWaiting(double moment);
    void gather(double seconds); // in front of narrow lines, and of consumers
    void lose(double seconds, double moment);
    void loseConnections(double seconds);
    void fill(int unit, std::size_t lot, Full what, double moment);
    void lookThroughLines();
    double placesFor(int unit) const;

    void note(double moment);
    void noteEndpoints(double moment);
    Outlook outlookOf(const Shares &shares) const;
    static void remember(Outlook &known, Outlook now, double moment);
    double perSecondOf(const system::Journey &journey) const;

    const Situation &m_situation;
    const Ground m_ground;
    const Troubles m_troubles;
    const std::vector<Phase> m_phases;
    const Memory m_memory;
    Reasons m_reasons;
    Strain m_strain;
    double m_factor = 1; // of customers
    double m_repeats = 0; // of an attempt that failed
    std::vector<Stage> m_stages; // by phase, as settled
    std::vector<std::vector<JourneyPlay>> m_journeys; // by phase
    std::vector<double> m_failedBefore; // by journey
    std::vector<bool> m_isUntimely; // by journey: most of those who wait do so in vain
    std::vector<std::vector<Losses>> m_losses; // by unit and lot
    std::vector<double> m_callLosses;
    std::vector<Flow::OfClient> m_clients; // by unit
    double m_orderLosses = 0;
    double m_throughLines = 0; // share; 0: no line is too narrow
    BlastRadius m_radius;
};

} // namespace model::analysis
