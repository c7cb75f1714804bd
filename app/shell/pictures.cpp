// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pictures.h"

#include "actions.h"

#include <QMenu>
#include <QUndoStack>

#include <algorithm>

namespace app::shell {

using namespace Qt::StringLiterals;
using graph::GraphPane;
using model::layout::NodeKind;
using session::Workspace;

namespace {

constexpr double zoomOfAct = 1.25;

using Targets = std::vector<graph::Target>;

Targets targetsOf(const Thing &thing, const model::packaging::Packaging &packaging)
{
    Targets targets;
    if (thing.kind == Thing::Kind::Topic)
        targets.push_back({{NodeKind::Topic, thing.topic.value}, {}});
    for (const auto &capability : thing.capabilities) {
        const auto *unit = packaging.unitOf(capability);
        if (unit == nullptr)
            continue;
        graph::Target target{{NodeKind::Unit, unit->id.value}, {}};
        if (unit->capabilities.size() > 1)
            target.module = capability;
        targets.push_back(target);
        if (thing.kind == Thing::Kind::Store)
            targets.push_back({{NodeKind::Store, unit->id.value}, {}});
    }
    return targets;
}

} // namespace

Pictures::Pictures(Panes panes, QUndoStack &edits, QObject *parent)
    : QObject(parent)
    , m_panes(std::move(panes))
    , m_edits(edits)
    , m_attended(m_panes.size() - 1)
{
    for (size_t fleet = 0; fleet < m_panes.size(); ++fleet) {
        auto *pane = m_panes[fleet];
        pane->setUndoStack(edits);
        connect(pane, &GraphPane::attended, this, [this, fleet] { attend(fleet); });
        connect(pane, &GraphPane::placementChanged, this, [this, pane] {
            m_placements[Workspace::placeOf(m_system, pane->packaging().id.value)] = pane->placement();
            Q_EMIT placementsChanged();
        });
    }
}

size_t Pictures::attended() const
{
    if (!m_panes[m_attended]->isHidden())
        return m_attended;
    const auto shown = std::ranges::find_if(m_panes, [](const auto *pane) { return !pane->isHidden(); });
    return shown == m_panes.end() ? m_attended : static_cast<size_t>(shown - m_panes.begin());
}

void Pictures::setShown(const graph::Shown &wished)
{
    m_shown = wished;
    for (auto *pane : m_panes) {
        auto shown = wished;
        shown.stores = wished.stores || pane->packaging().units.size() == 1;
        pane->setShown(shown);
    }
}

void Pictures::setPlacements(const QString &system, const Placements &placements)
{
    m_system = system;
    m_placements = placements;
    for (auto *pane : m_panes)
        pane->setPlacement(placements.value(Workspace::placeOf(system, pane->packaging().id.value)));
}

void Pictures::setPresentation(bool presents)
{
    for (auto *pane : m_panes)
        pane->setPresentation(presents);
}

void Pictures::mark(const std::optional<Thing> &thing)
{
    for (auto *pane : m_panes)
        pane->view().setFound(thing.has_value() ? targetsOf(*thing, pane->packaging()) : Targets());
}

void Pictures::choose(const Thing &thing)
{
    for (auto *pane : m_panes) {
        if (thing.kind == Thing::Kind::Topic)
            pane->selectTopic(thing.topic);
        else if (thing.kind != Thing::Kind::Journey)
            pane->selectCapability(thing.capabilities.front());
    }
}

graph::Sheet Pictures::sheet(const QString &title) const
{
    graph::Sheet sheet{title, {}};
    for (const auto *pane : m_panes) {
        auto part = pane->sheetPart();
        if (!pane->isHidden() && !part.scene.isEmpty())
            sheet.parts.push_back(std::move(part));
    }
    return sheet;
}

void Pictures::goHome()
{
    for (auto *pane : m_panes) {
        pane->setTable(false);
        pane->view().focusOn({});
        pane->view().goHome();
    }
}

void Pictures::addTo(Actions &actions)
{
    addPlaces(actions);
    addShown(actions);
    addEdits(actions);
}

void Pictures::addPlaces(Actions &actions)
{
    const QString picture = tr("Picture");
    const auto add = [&](const QString &id, const QString &words, const QList<QKeySequence> &keys, auto act) {
        actions.add({id, picture, words, keys}, [this, act] { act(attendedPane()); });
    };
    add(u"picture.nearer"_s, tr("Nearer"), {}, [](GraphPane &pane) { pane.view().zoomBy(zoomOfAct); });
    add(u"picture.away"_s, tr("Away"), {}, [](GraphPane &pane) { pane.view().zoomBy(1 / zoomOfAct); });
    add(u"picture.home"_s, tr("All of it, as large as it fits"), {},
        [](GraphPane &pane) { pane.view().goHome(); });
    add(u"picture.tidy"_s, tr("Tidy up"), {QKeySequence(Qt::CTRL | Qt::Key_T)},
        [](GraphPane &pane) { pane.tidy(); });
    add(u"picture.unpin"_s, tr("Unpin everything"), {}, [](GraphPane &pane) { pane.unpinAll(); });
    actions.add({u"picture.focus"_s, picture, tr("Neighbourhood of the selected node, or everything")},
                [this] { focusOnSelected(); });
    actions.add({u"picture.pin"_s, picture, tr("Pin the selected node, or unpin it")},
                [this] { pinSelected(); });
    actions.add({u"picture.table"_s,
                 picture,
                 tr("Table instead of the picture, or back"),
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)}},
                [this] { toggleTable(); });
    actions.add(
        {u"picture.export"_s, picture, tr("Export the picture…"), {QKeySequence(Qt::CTRL | Qt::Key_E)}},
        [this] { Q_EMIT exportWanted(); });
}

void Pictures::addShown(Actions &actions)
{
    const auto add = [&](const QString &id, const QString &words, bool graph::Shown::*part) {
        auto *action = actions.addSwitch({id, tr("Picture"), words}, [this, part](bool isShown) {
            auto wished = m_shown;
            wished.*part = isShown;
            setShown(wished);
        });
        action->setChecked(m_shown.*part);
    };
    add(u"shown.messages"_s, tr("Show messages"), &graph::Shown::messages);
    add(u"shown.stores"_s, tr("Show all databases"), &graph::Shown::stores);
    add(u"shown.teams"_s, tr("Show teams by colour"), &graph::Shown::teams);
}

void Pictures::addEdits(Actions &actions)
{
    auto *undo = m_edits.createUndoAction(this, tr("Undo"));
    auto *redo = m_edits.createRedoAction(this, tr("Redo"));
    undo->setShortcut(QKeySequence(QKeySequence::Undo));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    actions.enter({u"edit.undo"_s, tr("Picture"), tr("Undo the last move in a picture"), {}, undo});
    actions.enter({u"edit.redo"_s, tr("Picture"), tr("Redo what was undone"), {}, redo});
}

void Pictures::fillMenus(const Actions &actions)
{
    for (auto *pane : m_panes)
        actions.fill(pane->menu(),
                     {u"picture.nearer"_s,
                      u"picture.away"_s,
                      u"picture.home"_s,
                      {},
                      u"picture.focus"_s,
                      u"picture.pin"_s,
                      u"picture.tidy"_s,
                      u"picture.unpin"_s,
                      u"edit.undo"_s,
                      u"edit.redo"_s,
                      {},
                      u"shown.messages"_s,
                      u"shown.stores"_s,
                      u"shown.teams"_s,
                      {},
                      u"picture.table"_s,
                      u"picture.export"_s,
                      u"presentation"_s});
}

void Pictures::focusOnSelected()
{
    auto &view = attendedPane().view();
    const auto selected = view.selected();
    const bool isSeen = !selected.has_value() || view.focused() == selected->node;
    view.focusOn(isSeen ? std::nullopt : std::optional(selected->node));
}

void Pictures::pinSelected()
{
    const auto selected = attendedPane().view().selected();
    if (selected.has_value() && !selected->callee.has_value())
        attendedPane().togglePin(selected->node);
}

void Pictures::toggleTable()
{
    auto &pane = attendedPane();
    pane.setTable(!pane.isTable());
    pane.takeFocus();
}

} // namespace app::shell
