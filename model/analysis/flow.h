// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journeyplay.h"

namespace model::analysis {

// How much is asked of everything, as a sum over stages. Each figure of a lot is of one instance, each of a
// call of one instance of its caller.
class Flow
{
public:
    struct OfLot
    {
        double outsidePerSecond = 0;
        double insidePerSecond = 0; // from within the unit
        double inFlight = 0; // places which are taken and given back
        double wouldBeInFlight = 0; // if everybody were let in
        double lostPerSecond = 0; // places which are not given back
        double workSeconds = 0; // in each second
        double outsideHeld = 0; // seconds, summed up over the requests of a second
        double outsideFailed = 0; // of them, in a second
        double outsideLost = 0; // of them, in a second
        int lostReason = 0;
    };
    struct OfCall
    {
        double perSecond = 0;
        double failed = 0; // of them, in a second, if none were stopped
        double slow = 0;
        double held = 0; // seconds, summed up
        double lostPerSecond = 0;
    };

    Flow(const Ground &ground, const Troubles &troubles);

    struct Source
    {
        const JourneyPlay *journey = nullptr;
        double perSecond = 0;
    };
    // All that the sources ask of a stage, weighted with its phase's share.
    void add(const Stage &stage, const std::vector<Source> &sources);

    const OfLot &of(int unit, std::size_t lot) const { return m_lots[static_cast<std::size_t>(unit)][lot]; }
    const OfCall &of(int call) const { return m_calls[static_cast<std::size_t>(call)]; }
    const QHash<std::pair<int, int>, Strain::OfLine> &lines() const { return m_lines; }

private:
    void addPlay(const Play &play, double perSecond, int instances);
    void addUses(const Play &play, double perSecond);

    const Ground &m_ground;
    const Troubles &m_troubles;
    std::vector<std::vector<OfLot>> m_lots;
    std::vector<OfCall> m_calls;
    QHash<std::pair<int, int>, Strain::OfLine> m_lines;
};

} // namespace model::analysis
