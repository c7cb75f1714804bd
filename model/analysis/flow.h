// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journeyplay.h"
#include "post.h"

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
        double messagesPerSecond = 0; // which are handled
        double inFlight = 0; // places which are taken and given back
        double wouldBeInFlight = 0; // if everybody were let in
        double wouldBeConnected = 0; // the same, of those from outside
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

    // Of the calls of one instance to other units.
    struct OfClient
    {
        double wouldBeConnected = 0; // if there were connections for all
        double lostPerSecond = 0; // connections which are not given back
        int lostReason = 0;
    };

    Flow(const Ground &ground, const Troubles &troubles);

    struct Source
    {
        const JourneyPlay *journey = nullptr;
        double perSecond = 0;
    };
    // All that the sources ask of a stage, weighted with its phase's share.
    void add(const Stage &stage, const std::vector<Source> &sources);
    // What capabilities are told of by messages keeps their workers busy as well.
    void add(const std::vector<Told> &told);

    const OfLot &of(int unit, std::size_t lot) const { return m_lots[static_cast<std::size_t>(unit)][lot]; }
    const OfCall &of(int call) const { return m_calls[static_cast<std::size_t>(call)]; }
    const std::vector<OfClient> &clients() const { return m_clients; } // by unit
    const QHash<std::pair<int, int>, Strain::OfLine> &lines() const { return m_lines; }
    // By capability: the requests of a second which change what others are told of.
    const std::vector<double> &publishing() const { return m_publishing; }

private:
    void addPlay(const Play &play, double perSecond, int instances);
    void addUses(const Play &play, double perSecond, const Strain &strain);

    const Ground &m_ground;
    const Troubles &m_troubles;
    std::vector<std::vector<OfLot>> m_lots;
    std::vector<OfCall> m_calls;
    std::vector<OfClient> m_clients;
    QHash<std::pair<int, int>, Strain::OfLine> m_lines;
    std::vector<double> m_publishing;
};

} // namespace model::analysis
