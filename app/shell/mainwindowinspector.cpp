// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with teams, tables and logs.

#include "mainwindow.h"

#include <app/inspector/inspectorpanel.h>
#include <app/inspector/logspage.h>
#include <app/traces/tracespanel.h>

namespace app::shell {

void MainWindow::connectInspector()
{
    using inspector::InspectorPanel;
    connect(m_inspector, &InspectorPanel::teamWanted, this, &MainWindow::selectTeam);
    for (auto *pane : m_panes)
        connect(pane, &graph::GraphPane::teamChosen, this, &MainWindow::selectTeam);
    connect(m_inspector, &InspectorPanel::messagesWanted, this, &MainWindow::showMessagesOf);
    connect(m_inspector, &InspectorPanel::traceWanted, this, &MainWindow::showTrace);
    connect(m_inspector, &InspectorPanel::firstBreakWanted, this, &MainWindow::showFirstBreak);
    auto &logs = m_inspector->logs();
    connect(&logs, &inspector::LogsPage::wanted, &m_shop, &LiveShop::readLogs);
    connect(&m_shop, &LiveShop::logsRead, &logs, &inspector::LogsPage::show);
    connect(&m_shop, &LiveShop::logsUnread, &logs, &inspector::LogsPage::showFailure);
    connect(m_traces, &traces::TracesPanel::logsWanted, this,
            [this](int fleet, const model::system::CapabilityId &capability,
                   const model::telemetry::TraceId &trace) {
                const auto *unit = packagings()[static_cast<size_t>(fleet)].unitOf(capability);
                if (unit == nullptr)
                    return;
                select(inspector::Subject{fleet, unit->id, capability});
                m_panes[static_cast<size_t>(fleet)]->selectCapability(capability);
                m_inspector->showLogs(trace);
            });
}

void MainWindow::connectData()
{
    connect(m_inspector, &inspector::InspectorPanel::dataWanted, &m_shop, &LiveShop::readData);
    connect(&m_shop, &LiveShop::dataRead, m_inspector, &inspector::InspectorPanel::showData);
    connect(&m_shop, &LiveShop::dataUnread, m_inspector, &inspector::InspectorPanel::showNoData);
}

void MainWindow::selectTeam(const model::system::TeamId &team)
{
    m_inspector->selectTeam(team);
    for (auto *pane : m_panes)
        pane->selectCapability({});
}

} // namespace app::shell
