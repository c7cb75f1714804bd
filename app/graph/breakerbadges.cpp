// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "breakerbadges.h"

#include <QCoreApplication>

#include <algorithm>

namespace app::graph {

using model::layout::NodeKind;
using services::platform::CallSnapshot;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::graph::BreakerBadges", text);
}

// The first badge stands; a node that is down has more to say than its breakers.
void put(const QStringList &badge, const QString &detail, NodeVitality &live)
{
    live.details << detail;
    live.health = std::max(live.health, Health::Degraded);
    if (live.reason.isEmpty() || (!live.isDown && live.badges == 0)) {
        live.reason = badge.front();
        live.brief = badge.mid(1);
    }
}

} // namespace

BreakerBadges::BreakerBadges(const model::system::System &system,
                             const model::packaging::Packaging &packaging)
    : m_system(system)
    , m_packaging(packaging)
{
}

NodeId BreakerBadges::unitNode(const model::system::CapabilityId &capability) const
{
    const auto *unit = m_packaging.unitOf(capability);
    return {NodeKind::Unit, unit != nullptr ? unit->id.value : QString()};
}

void BreakerBadges::addToCaller(const CallSnapshot &call, Vitality &vitality) const
{
    const QString title = m_system.titleOf(call.link.to.capability);
    const bool isOpen = *call.breaker == BreakerState::Open;
    const QStringList badge{isOpen ? tr("breaker to %1 open").arg(title)
                                   : tr("breaker to %1 tries").arg(title),
                            isOpen ? tr("breaker open") : tr("breaker tries")};
    const QString detail = isOpen ? tr("the breaker of %1 %2 is open: no call passes")
                                  : tr("the breaker of %1 %2 lets a few calls try");
    const QString sentence = detail.arg(title, call.link.to.operation);
    const auto *unit = m_packaging.unitOf(call.link.from);
    if (unit == nullptr)
        return;
    if (unit->capabilities.size() > 1)
        put(badge, sentence, vitality.modules[call.link.from]);
    put(badge, sentence, vitality.nodes[unitNode(call.link.from)]);
}

void BreakerBadges::add(const std::vector<CallSnapshot> &calls, Vitality &vitality) const
{
    for (const auto &call : calls) {
        if (call.breaker.value_or(BreakerState::Closed) == BreakerState::Closed)
            continue;
        addToCaller(call, vitality);
        if (!call.crossesUnits)
            continue;
        auto &worst = vitality.breakers[{unitNode(call.link.from), unitNode(call.link.to.capability)}];
        worst = std::max(worst, *call.breaker);
    }
}

} // namespace app::graph
