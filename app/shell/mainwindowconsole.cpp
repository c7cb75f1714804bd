// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window does with a person's own requests.

#include "mainwindow.h"

#include <app/console/consolepanel.h>
#include <app/traces/tracespanel.h>

#include <QTabWidget>

namespace app::shell {

void MainWindow::connectConsole()
{
    using console::ConsolePanel;
    connect(&m_shop, &LiveShop::answered, m_console, &ConsolePanel::showAnswer);
    connect(&m_shop, &LiveShop::unanswered, m_console, &ConsolePanel::showFailure);
    connect(&m_shop, &LiveShop::snapshotTaken, m_console, &ConsolePanel::show);
    connect(m_console, &ConsolePanel::sendWanted, &m_shop, &LiveShop::send);
    connect(m_console, &ConsolePanel::traceWanted, this, &MainWindow::showTrace);
}

void MainWindow::showTrace(int fleet, const model::telemetry::TraceId &trace)
{
    m_tabs->setCurrentWidget(m_traces);
    m_traces->choose(fleet, trace);
}

} // namespace app::shell
