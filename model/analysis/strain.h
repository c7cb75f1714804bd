// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "troubles.h"

namespace model::analysis {

// How full everything is, and what follows from it for whoever comes next. It is what the fixpoint is about:
// a Stage plays requests under a strain, and their flow makes the next strain.
struct Strain
{
    // Of the instances of one lot of a unit; each figure is of one instance.
    struct OfLot
    {
        double lost = 0; // places in flight which are never given back
        double lostConnections = 0; // the same, of requests which come over the network
        double returned = 0; // share of those lost which come back after all, each for somebody else
        int lostReason = 0;
        double fromOutside = 1; // share of the requests over the network which are let in
        double served = 1; // share of those which get a worker
        double waitSeconds = 0; // for a worker
        double outsidePerSecond = 0; // requests which come over the network
        double heldSeconds = 0; // how long such a one is kept in the mean; never: some for ever
        double failed = 0; // share of those which it fails
    };
    // Of a call, from one instance of the caller.
    struct OfCall
    {
        double lost = 0; // places in the bulkhead
        double stoppedByBreaker = 0; // share of the calls
        double stoppedByBulkhead = 0;
        double breakerOpensAt = never; // seconds after the faults began, if all goes on as it does
        bool hasOpened = false; // the breaker, since then
        // Share of the failed calls for which an earlier answer stands in; see Memory.
        std::vector<double> remembered;
        double perSecond = 0;
    };
    // Of what an instance of a unit asks other units.
    struct OfClient
    {
        double lost = 0; // connections which are never given back
        int lostReason = 0;
        double letOut = 1; // share of the calls for which there is a connection
    };
    // Of a narrow line, from one capability to another. Bytes.
    struct OfLine
    {
        double askedPerSecond = 0;
        double answeredPerSecond = 0;
        double askedBacklog = 0; // which has gathered in front of it and waits
        double answeredBacklog = 0;
    };

    // Of the messages to all consumers of a capability.
    struct OfQueue
    {
        double perSecond = 0; // which come
        double mostPerSecond = never; // which can be handled
        double backlog = 0; // which wait
    };

    Strain() = default;
    explicit Strain(const Ground &ground, const Troubles &troubles);

    OfLot &of(int unit, std::size_t lot) { return lots[static_cast<std::size_t>(unit)][lot]; }
    const OfLot &of(int unit, std::size_t lot) const { return lots[static_cast<std::size_t>(unit)][lot]; }

    std::vector<std::vector<OfLot>> lots; // by unit
    std::vector<OfCall> calls; // by number
    QHash<std::pair<int, int>, OfLine> lines; // by capabilities
    std::vector<OfQueue> queues; // by capability
    std::vector<OfClient> clients; // by unit
    double begun = 1; // share of the attempts for which there is room among the customers
    // Of those who wait for news of what they have ordered: the share of orders which were placed just now.
    double newOrders = 1;
    double lostOrders = 0; // attempts with one key which hang; further ones with it do not
    // By journey: the moment from which on most of those who wait for something do so in vain or too long.
    std::vector<double> waitingSince;
};

} // namespace model::analysis
