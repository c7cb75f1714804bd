// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "waitbadges.h"

#include <QCoreApplication>

#include <algorithm>

namespace app::graph {

using model::layout::NodeKind;
using services::platform::InstanceSnapshot;

namespace {

constexpr int fewestStuck = 8; // requests at once: a few may meet by chance
constexpr double longStay = 1; // seconds, that a request is inside in the mean

QString ofWaits(const char *text)
{
    return QCoreApplication::translate("app::graph", text);
}

// What is inside the instances of a unit.
struct Inside
{
    int requests = 0;
    int queued = 0; // of them, for a worker
    int working = 0;
    double answered = 0; // a second

    void add(const InstanceSnapshot &instance)
    {
        requests += instance.occupancy.inFlight;
        queued += instance.occupancy.queued;
        working += instance.occupancy.working;
        answered += instance.requests.perSecond;
    }
    int waiting() const { return std::max(requests - working, 0); }
    // Little's law: as many are inside as come in the time for which each stays.
    bool isStuck() const { return waiting() >= fewestStuck && requests > longStay * answered; }
};

QString sentenceOf(const Inside &inside)
{
    const int forWorker = std::min(inside.queued, inside.waiting());
    return ofWaits(
               "%L1 requests wait inside it, for more than a second in the mean: %L2 for a free worker, %L3 "
               "for an answer of somebody else")
        .arg(inside.waiting())
        .arg(forWorker)
        .arg(inside.waiting() - forWorker);
}

QString wordsOf(const Inside &inside)
{
    return ofWaits("%L1 wait").arg(inside.waiting());
}

} // namespace

WaitBadges::WaitBadges(const model::packaging::Packaging &packaging)
    : m_packaging(packaging)
{
}

void WaitBadges::add(const std::vector<InstanceSnapshot> &instances, Vitality &vitality) const
{
    QHash<model::system::UnitId, Inside> insides;
    for (const auto &instance : instances)
        insides[instance.status.unit].add(instance);
    for (const auto &unit : m_packaging.units) {
        const auto inside = insides.value(unit.id);
        if (!inside.isStuck())
            continue;
        auto &live = vitality.nodes[{NodeKind::Unit, unit.id.value}];
        live.details << sentenceOf(inside);
        live.health = std::max(live.health, Health::Degraded);
        if (live.reason.isEmpty())
            live.reason = wordsOf(inside);
    }
}

} // namespace app::graph
