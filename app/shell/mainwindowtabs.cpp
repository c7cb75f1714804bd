// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands below the pictures, a tab each.

#include "capacityforesight.h"
#include "mainwindow.h"

#include <app/charts/capacitypanel.h>
#include <app/charts/timelinepanel.h>
#include <app/console/consolepanel.h>

#include <QScrollArea>
#include <QTabWidget>

namespace app::shell {

namespace {

constexpr int requests = 2; // of the tabs

} // namespace

void MainWindow::buildTabs()
{
    m_tabs->addTab(m_timeline, tr("&Timeline"));
    auto *console = new QScrollArea;
    console->setWidgetResizable(true);
    console->setFocusPolicy(Qt::NoFocus); // all in it can have the focus
    console->setWidget(m_console);
    m_tabs->addTab(console, tr("Re&quests"));
    m_tabs->addTab(m_capacity, tr("Ca&pacity"));
    buildMoneyTabs();
    buildTraces();
}

void MainWindow::prepareRequest(const inspector::Subject &subject)
{
    m_tabs->setCurrentIndex(requests);
    const auto *unit = packagings()[static_cast<size_t>(subject.fleet)].unit(subject.unit);
    m_console->choose(subject.fleet, subject.capability.value_or(unit->capabilities.front()));
}

void MainWindow::connectTabs()
{
    connect(&m_shop, &LiveShop::hopsMeasured, m_capacityForesight, &CapacityForesight::setCosts);
    connect(m_capacityForesight, &CapacityForesight::outdated, m_capacity,
            [this](int fleet) { m_capacity->expect(fleet, {}); });
    connect(
        m_capacityForesight, &CapacityForesight::foreseen, m_capacity,
        [this](int fleet, const charts::CapacityForecast &forecast) { m_capacity->expect(fleet, forecast); });
    connect(m_capacityForesight, &CapacityForesight::measured, m_capacity, &charts::CapacityPanel::add);
    connectMoney();
    connectTraces();
    connectPast();
}

} // namespace app::shell
