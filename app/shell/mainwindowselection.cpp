// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the MainWindow does with the node that somebody points at or has chosen.

#include "actions.h"
#include "mainwindow.h"
#include "nodebar.h"
#include "pictures.h"
#include "search.h"
#include "verbs.h"

#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>

#include <QCursor>

namespace app::shell {

using namespace Qt::StringLiterals;
using inspector::Subject;
using model::layout::NodeKind;

void MainWindow::connectNodes()
{
    for (int fleet = 0; fleet < static_cast<int>(m_panes.size()); ++fleet) {
        auto &view = m_panes[static_cast<size_t>(fleet)]->view();
        connect(&view, &graph::GraphView::pointedAt, this,
                [this, fleet](const std::optional<graph::Target> &target, const QRect &box) {
                    showBar(fleet, target, box);
                });
        connect(&view, &graph::GraphView::viewChanged, m_bar, [this, fleet, &view] {
            const bool isBarred = m_barred.has_value() && m_barred->first == fleet;
            if (isBarred && !m_bar->isOn(view.onScreen(m_barred->second)))
                m_bar->hide(); // its node is elsewhere now
        });
    }
    connect(m_bar, &NodeBar::left, this, &MainWindow::stopPondering);
    connect(m_bar, &NodeBar::moreWanted, this, [this](const QPoint &position) {
        if (m_barred.has_value())
            offerVerbs(m_barred->first, m_barred->second, position);
    });
}

void MainWindow::showBar(int fleet, const std::optional<graph::Target> &target, const QRect &box)
{
    const auto &view = m_panes[static_cast<size_t>(fleet)]->view();
    if (!view.isVisible() && m_barred.has_value() && m_barred->first == fleet)
        return m_bar->hide(); // something else is where its node was
    const auto subject = target.has_value() ? subjectOf(fleet, *target) : std::nullopt;
    const bool isTopic = target.has_value() && target->node.kind == NodeKind::Topic;
    if ((!subject.has_value() && !isTopic) || m_presents)
        return m_bar->leave();
    m_pictures->attend(static_cast<size_t>(fleet));
    m_barred = {fleet, *target};
    BarSurroundings around{box, {view.mapToGlobal(QPoint()), view.size()}, {mapToGlobal(QPoint()), size()}};
    around.mouse = QCursor::pos();
    for (const auto &other : view.standingBeside(*target)) {
        around.boxes.push_back(other.box);
        around.titles.push_back(other.title);
    }
    auto *messages = m_actions->action(u"topic.messages"_s);
    m_bar->offer(isTopic ? std::vector{messages} : m_verbs->barOf(*subject), around);
}

void MainWindow::offerVerbs(int fleet, const graph::Target &target, const QPoint &position)
{
    m_pictures->attend(static_cast<size_t>(fleet));
    m_bar->hide();
    if (target.callee.has_value())
        m_inspector->focusLine();
    else if (const auto subject = subjectOf(fleet, target))
        m_verbs->offer(*subject, position, {u"picture.focus"_s, u"picture.pin"_s});
    else if (target.node.kind == NodeKind::Topic)
        offerTopic(fleet, target, position);
}

void MainWindow::connectSearch()
{
    connect(m_search, &Search::opened, m_bar, &QWidget::hide);
    connect(m_search, &Search::pointedAt, this, &MainWindow::stopPondering);
    connect(m_search, &Search::pointedAt, m_pictures, &Pictures::mark);
    connect(m_search, &Search::chosen, this, &MainWindow::goTo);
}

void MainWindow::goTo(const Thing &thing)
{
    if (thing.kind == Thing::Kind::Journey)
        return m_journeys->choose(thing.journey);
    m_pictures->choose(thing);
    auto &pane = m_pictures->attendedPane();
    pane.takeFocus();
    if (thing.kind == Thing::Kind::Topic)
        return chooseTopic(static_cast<int>(m_pictures->attended()), thing.topic);
    const auto &capability = thing.capabilities.front();
    m_inspector->select(Subject{static_cast<int>(m_pictures->attended()),
                                pane.packaging().unitOf(capability)->id, capability});
    m_figuresShown.reset(); // at once
    if (thing.kind == Thing::Kind::Endpoint)
        m_inspector->showEndpoints();
}

std::optional<Subject> MainWindow::subjectOf(int fleet, const graph::Target &target) const
{
    if (target.node.kind != NodeKind::Unit || target.callee.has_value())
        return {};
    const model::system::UnitId id{target.node.name};
    const auto *unit = packagings()[static_cast<size_t>(fleet)].unit(id);
    if (unit == nullptr)
        return {};
    auto capability = target.module;
    if (!capability.has_value() && unit->capabilities.size() == 1)
        capability = unit->capabilities.front();
    return Subject{fleet, id, capability};
}

void MainWindow::choose(int fleet, const graph::Target &target)
{
    if (target.callee.has_value())
        chooseLine(fleet, target);
    else if (const auto subject = subjectOf(fleet, target))
        select(subject);
    else if (target.node.kind == NodeKind::Topic)
        chooseTopic(fleet, model::system::TopicId{target.node.name});
}

void MainWindow::select(const std::optional<Subject> &subject)
{
    m_inspector->select(subject);
    m_figuresShown.reset(); // at once
    for (size_t fleet = 0; fleet < m_panes.size(); ++fleet) {
        if (!subject.has_value() || static_cast<int>(fleet) != subject->fleet)
            m_panes[fleet]->selectCapability(subject.has_value() ? subject->capability : std::nullopt);
    }
}

} // namespace app::shell
