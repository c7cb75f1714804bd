// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with calls and their policies.

#include "mainwindow.h"
#include "policymenu.h"
#include "topbar.h"

#include <app/inspector/inspectorpanel.h>

namespace app::shell {

using inspector::Subject;

void MainWindow::connectLines()
{
    connect(&m_top->policyMenu(), &PolicyMenu::chosen, this,
            [this](const model::operation::PolicyBook &book) { m_shop.setPolicies(-1, book); });
    connect(m_inspector, &inspector::InspectorPanel::policiesWanted, &m_shop, &LiveShop::setPolicies);
    connect(m_inspector, &inspector::InspectorPanel::autoscalingWanted, &m_shop, &LiveShop::setAutoscaling);
    connect(m_inspector, &inspector::InspectorPanel::lineWanted, this, &MainWindow::selectLine);
    connect(m_inspector, &inspector::InspectorPanel::subjectWanted, this, [this](const Subject &subject) {
        select(subject);
        m_panes[static_cast<size_t>(subject.fleet)]->selectCapability(subject.capability);
    });
}

void MainWindow::chooseLine(int fleet, const graph::Target &target)
{
    const auto line = inspector::lineBetween(
        m_shop.plan().system, packagings()[static_cast<size_t>(fleet)], fleet,
        {model::system::UnitId{target.node.name}, model::system::UnitId{target.callee->name}});
    if (line.calls.empty())
        return;
    m_inspector->selectLine(line);
    m_figuresShown.reset(); // at once
    for (size_t other = 0; other < m_panes.size(); ++other) {
        if (static_cast<int>(other) != fleet)
            m_panes[other]->selectCapability({});
    }
}

void MainWindow::selectLine(const inspector::Line &line)
{
    m_inspector->selectLine(line);
    m_figuresShown.reset(); // at once
    m_inspector->focusLine();
    for (size_t fleet = 0; fleet < m_panes.size(); ++fleet) {
        const auto &call = line.calls.front();
        if (static_cast<int>(fleet) == line.fleet)
            m_panes[fleet]->selectCall(call.caller, call.callee.capability);
        else
            m_panes[fleet]->selectCapability({});
    }
}

} // namespace app::shell
