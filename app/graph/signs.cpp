// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "signs.h"

#include "shapes.h"

#include <QCoreApplication>

namespace app::graph {

using namespace Qt::StringLiterals;
using model::layout::EdgeKind;
using model::layout::NodeKind;

namespace {

Sign signOfLine(EdgeKind kind, Health health)
{
    if (kind == EdgeKind::Storage)
        return Sign::Storage; // is no call, and never broken
    if (health == Health::Bad)
        return Sign::Broken;
    if (health == Health::Degraded)
        return Sign::SomeFail;
    if (kind == EdgeKind::Event)
        return Sign::Messages;
    return kind == EdgeKind::Optional ? Sign::OptionalCall : Sign::Call;
}

EdgeKind kindOfLine(Sign sign)
{
    switch (sign) {
    case Sign::OptionalCall:
        return EdgeKind::Optional;
    case Sign::Messages:
    case Sign::Queue:
        return EdgeKind::Event;
    case Sign::Storage:
        return EdgeKind::Storage;
    default:
        return EdgeKind::Required;
    }
}

std::optional<Sign> signOfInstance(Health health)
{
    switch (health) {
    case Health::Good:
        return Sign::Up;
    case Health::Neutral:
        return Sign::OnItsWay;
    case Health::Bad:
        return Sign::Down;
    case Health::Degraded:
        break; // no instance is
    }
    return {};
}

std::optional<Health> instanceOf(Sign sign)
{
    for (const auto health : {Health::Good, Health::Neutral, Health::Bad}) {
        if (signOfInstance(health) == sign)
            return health;
    }
    return {};
}

Threat threatOfSign(Sign sign)
{
    if (sign == Sign::WouldDegrade)
        return Threat::Degraded;
    return sign == Sign::WouldFail ? Threat::Down : Threat::None;
}

} // namespace

QString meaningOf(Sign sign)
{
    switch (sign) {
    case Sign::Call:
        return QCoreApplication::translate("app::graph::Legend", "call");
    case Sign::OptionalCall:
        return QCoreApplication::translate("app::graph::Legend", "optional call");
    case Sign::Messages:
        return QCoreApplication::translate("app::graph::Legend", "messages");
    case Sign::Queue:
        return QCoreApplication::translate("app::graph::Legend", "queue");
    case Sign::Storage:
        return QCoreApplication::translate("app::graph::Legend", "database");
    case Sign::SomeFail:
        return QCoreApplication::translate("app::graph::Legend", "some fail");
    case Sign::Broken:
        return QCoreApplication::translate("app::graph::Legend", "broken");
    case Sign::Slow:
        return QCoreApplication::translate("app::graph::Legend", "slow line");
    case Sign::Cut:
        return QCoreApplication::translate("app::graph::Legend", "cut line");
    case Sign::BreakerOpen:
        return QCoreApplication::translate("app::graph::Legend", "breaker open");
    case Sign::BreakerTries:
        return QCoreApplication::translate("app::graph::Legend", "breaker tries");
    case Sign::Up:
        return QCoreApplication::translate("app::graph::Legend", "instance up");
    case Sign::OnItsWay:
        return QCoreApplication::translate("app::graph::Legend", "instance starts or stops");
    case Sign::WouldDegrade:
        return QCoreApplication::translate("app::graph::Legend", "would degrade");
    case Sign::WouldFail:
        return QCoreApplication::translate("app::graph::Legend", "would go down");
    case Sign::Down:
        break;
    }
    return QCoreApplication::translate("app::graph::Legend", "instance down");
}

std::set<Sign> signsIn(const GraphScene &scene, const Vitality &vitality)
{
    std::set<Sign> signs;
    const auto &layout = scene.layout();
    for (size_t edge = 0; edge < layout.edges.size(); ++edge) {
        if (!scene.isShown(edge))
            continue;
        const auto id = scene.edgeId(edge);
        signs.insert(signOfLine(layout.edges[edge].kind, vitality.healthOf(id)));
        if (const auto trouble = vitality.lines.value(id); trouble != LineTrouble::None)
            signs.insert(trouble == LineTrouble::Cut ? Sign::Cut : Sign::Slow);
        if (const auto breaker = vitality.breakers.value(id); breaker != BreakerState::Closed)
            signs.insert(breaker == BreakerState::Open ? Sign::BreakerOpen : Sign::BreakerTries);
        if (vitality.queues.value(id).isSeen())
            signs.insert(Sign::Queue);
    }
    for (const auto &node : layout.nodes) {
        const auto live = vitality.nodes.constFind(node.id);
        if (node.id.kind != NodeKind::Unit || live == vitality.nodes.cend())
            continue;
        for (const auto pip : live->pips) {
            if (const auto sign = signOfInstance(pip))
                signs.insert(*sign);
        }
    }
    return signs;
}

LoneSign loneSign(Sign sign, const QRectF &box)
{
    LoneSign lone;
    lone.instance = instanceOf(sign);
    lone.threat = threatOfSign(sign);
    if (lone.instance.has_value() || lone.threat != Threat::None)
        return lone;
    const NodeId from{NodeKind::Unit, u"from"_s};
    const NodeId to{NodeKind::Unit, u"to"_s};
    const bool isQueue = sign == Sign::Queue; // whose tray is to stand in the middle
    const double length = isQueue ? box.width() / (2 * placeOfQueue) : box.width();
    const QPointF start(box.left(), box.center().y());
    const QPointF end = start + QPointF(length, 0);
    const QPointF third = (end - start) / 3;
    Layout layout;
    layout.edges = {{from, to, kindOfLine(sign), {start, start + third, end - third, end}}};
    lone.scene = GraphScene(std::move(layout), {});
    const EdgeId line{from, to};
    if (sign == Sign::SomeFail || sign == Sign::Broken)
        lone.vitality.edges[line] = sign == Sign::Broken ? Health::Bad : Health::Degraded;
    if (sign == Sign::Slow || sign == Sign::Cut)
        lone.vitality.lines[line] = sign == Sign::Cut ? LineTrouble::Cut : LineTrouble::Slow;
    if (sign == Sign::BreakerOpen || sign == Sign::BreakerTries)
        lone.vitality.breakers[line]
            = sign == Sign::BreakerOpen ? BreakerState::Open : BreakerState::HalfOpen;
    if (isQueue)
        lone.vitality.queues[line].fill = 0.6;
    return lone;
}

} // namespace app::graph
