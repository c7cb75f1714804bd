// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a GraphView says of its nodes and lines.

#include "graphview.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>

namespace app::graph {

using namespace Qt::StringLiterals;

namespace {

constexpr double titleHeight = 24; // from the top of a unit's box: its figures are below

} // namespace

bool GraphView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto target = targetAt(help->pos());
        QToolTip::showText(help->globalPos(), target.has_value() ? toolTipOf(*target) : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

QString GraphView::nameOf(const Target &target) const
{
    const auto &captions = m_scene.captions();
    if (target.callee.has_value())
        return tr("Calls from %1 to %2, %3")
            .arg(m_scene.title({target.node, {}}), m_scene.title({*target.callee, {}}), captions.fleet);
    const auto pips = m_vitality.nodes.value(target.node).pips;
    QStringList parts{m_scene.title(target)};
    if (target.module.has_value())
        parts << tr("module of %1").arg(m_scene.title({target.node, {}}));
    if (target.node.kind == model::layout::NodeKind::Topic)
        parts << tr("topic");
    parts << captions.fleet;
    if (target.node.kind == model::layout::NodeKind::Unit)
        parts << tr("%1 of %2 instances up")
                     .arg(std::ranges::count(pips, Health::Good))
                     .arg(static_cast<int>(pips.size()));
    return parts.join(u", "_s);
}

QString GraphView::stateOf(const Target &target) const
{
    if (target.callee.has_value())
        return m_vitality.calls.value({target.node, *target.callee});
    const auto live = target.module.has_value() && m_vitality.modules.contains(*target.module)
        ? m_vitality.modules.value(*target.module)
        : m_vitality.nodes.value(target.node);
    const bool isReasonTold = !live.isDown && !live.details.isEmpty(); // the reason is these in brief
    const QString measured = live.reason.isEmpty() || isReasonTold ? live.figures : live.reason;
    QStringList parts = live.details;
    if (!measured.isEmpty())
        parts << measured;
    return parts.join(u"; "_s);
}

QString GraphView::foreseenOf(const Target &target) const
{
    switch (m_attention.threats.of(target)) {
    case Threat::Degraded:
        return tr("would be degraded");
    case Threat::Down:
        return tr("would be down");
    case Threat::None:
        break;
    }
    return {};
}

QRect GraphView::onScreen(const Target &target) const
{
    const QRect box = transform().mapRect(m_scene.boxOf(target)).toAlignedRect();
    return {mapToGlobal(box.topLeft()), box.size()};
}

std::vector<GraphView::Standing> GraphView::standingBeside(const Target &target) const
{
    std::vector<Standing> standing;
    const auto seenOf = [this](const QRectF &box) {
        const QRect seen = transform().mapRect(box).toAlignedRect() & rect();
        return seen.isEmpty() ? QRect() : QRect(mapToGlobal(seen.topLeft()), seen.size());
    };
    const auto add = [&](const QRectF &box, double ofTitle) {
        const QRect seen = seenOf(box);
        if (!seen.isEmpty())
            standing.push_back({seen, seenOf({box.left(), box.top(), box.width(), ofTitle})});
    };
    for (const auto &node : m_scene.layout().nodes) {
        if (!m_scene.isShown(node.id) || (node.id == target.node && !target.module.has_value()))
            continue;
        const bool isUnit = node.id.kind == model::layout::NodeKind::Unit;
        const bool isFull = m_viewport.detail() == Detail::Full && isUnit;
        const double ofTitle = isFull ? std::min(titleHeight, node.box.height()) : node.box.height();
        const QRectF head(node.box.topLeft(), QSizeF(node.box.width(), ofTitle));
        add(node.id == target.node ? head : node.box, ofTitle); // who points at a module is in the unit's box
        for (const auto &module : node.modules) {
            if (Target{node.id, module.id} != target)
                add(module.box, module.box.height());
        }
    }
    return standing;
}

QString GraphView::toolTipOf(const Target &target) const
{
    const auto &captions = m_scene.captions();
    const auto words = stateOf(target);
    const auto team = target.module.has_value() ? captions.modules.value(*target.module).teamTitle
                                                : captions.nodes.value(target.node).teamTitle;
    QStringList lines{m_scene.title(target)};
    if (!team.isEmpty() && !target.callee.has_value())
        lines << tr("Team %1").arg(team);
    if (!words.isEmpty())
        lines << tr("%1, measured").arg(words);
    if (const auto foreseen = foreseenOf(target); !foreseen.isEmpty())
        lines << tr("%1, predicted").arg(foreseen);
    return lines.join(u'\n');
}

} // namespace app::graph
