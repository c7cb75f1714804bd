// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/wording/health.h>
#include <model/layout/layout.h>
#include <model/telemetry/breakerstate.h>

#include <QHash>
#include <QStringList>

#include <vector>

namespace app::graph {

using model::layout::NodeId;
using wording::Health;

// What is live about one node. Texts are ready to be shown.
struct NodeVitality
{
    Health health = Health::Neutral;
    QString figures; // "58 /s · 4 ms"
    QString reason; // why it is not well: replaces the figures ("crashed 8 s ago")
    std::vector<Health> pips; // one per instance
    bool isDown = false; // some instance is; the reason says for how long
    int badges = 0; // faults in force that the reason stands for
    QStringList details = {}; // these, each in a sentence
    QStringList brief = {}; // the reason in ever fewer words, for boxes that have no room for all of it

    // The reason in as many words as have room; else in the fewest. `widthOf` measures.
    template<typename Measure>
    QString reasonWithin(double room, Measure widthOf) const
    {
        for (const auto &words : QStringList{reason} + brief) {
            if (widthOf(words) <= room)
                return words;
        }
        return brief.isEmpty() ? reason : brief.back();
    }
    // Says before the reason whose it is, as long as there is room.
    NodeVitality named(const QString &title) const
    {
        auto told = *this;
        told.brief.prepend(reason);
        told.reason = QStringLiteral("%1: %2").arg(title, reason);
        return told;
    }
    bool operator==(const NodeVitality &) const = default;
};

// Names an edge by its ends.
struct EdgeId
{
    NodeId from;
    NodeId to;

    bool operator==(const EdgeId &) const = default;
    friend size_t qHash(const EdgeId &id, size_t seed = 0) { return qHashMulti(seed, id.from, id.to); }
};

// What is done to the line between two nodes, from best to worst.
enum class LineTrouble
{
    None,
    Slow, // or lossy, or narrow
    Cut,
};

// The messages which wait for somebody, as they are drawn where they wait.
struct QueueSign
{
    double fill = 0; // 0: empty, 1: very full; each tenfold is as much more
    QString words; // "128 · 12 s"; empty: it is not worth a word
    Health health = Health::Good;

    // Messages that only pass need no sign, which would come and go with each.
    bool isSeen() const { return !words.isEmpty() || fill >= 0.25; }
    bool operator==(const QueueSign &) const = default;
};

using BreakerState = model::telemetry::BreakerState;

// What is live about a system under one packaging, as of one moment: kept apart from where things are.
struct Vitality
{
    QHash<NodeId, NodeVitality> nodes;
    QHash<model::system::CapabilityId, NodeVitality> modules; // of a unit of several; absent: as the unit
    QHash<EdgeId, Health> edges; // absent: as good as its ends
    QHash<EdgeId, LineTrouble> lines; // absent: none
    QHash<EdgeId, QString> calls; // of each line with calls: "34 /s · 12 % fail"
    QHash<EdgeId, QueueSign> queues; // of each line from a topic to who consumes it
    QHash<EdgeId, BreakerState> breakers; // the worst of each line; absent: closed, or none

    Health healthOf(const EdgeId &line) const
    {
        const auto known = edges.constFind(line);
        if (known != edges.cend())
            return *known;
        const auto callee = nodes.constFind(line.to);
        return callee != nodes.cend() && callee->health == Health::Bad ? Health::Bad : Health::Good;
    }
    bool operator==(const Vitality &) const = default;
};

} // namespace app::graph
