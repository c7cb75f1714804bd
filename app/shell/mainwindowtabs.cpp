// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands below the pictures, a tab each.

#include "actions.h"
#include "capacityforesight.h"
#include "mainwindow.h"
#include "panelring.h"
#include "readings.h"

#include <app/books/bookspanel.h>
#include <app/charts/capacitypanel.h>
#include <app/charts/timelinepanel.h>
#include <app/console/consolepanel.h>
#include <app/messages/messagespanel.h>
#include <app/sagas/sagapanel.h>
#include <app/traces/tracespanel.h>

#include <QApplication>
#include <QScrollArea>
#include <QTabWidget>

#include <algorithm>

namespace app::shell {

using namespace Qt::StringLiterals;

void MainWindow::buildTabs()
{
    auto *console = new QScrollArea;
    console->setWidgetResizable(true);
    console->setFocusPolicy(Qt::NoFocus); // all in it can have the focus
    console->setWidget(m_console);
    buildTab(m_timeline, u"timeline"_s, tr("&Timeline"));
    buildTab(m_traces, u"traces"_s, tr("Traces"));
    buildTab(console, u"requests"_s, tr("Re&quests"));
    buildTab(m_capacity, u"capacity"_s, tr("Ca&pacity"));
    buildTab(m_sagas, u"orders"_s, tr("Orders"));
    buildTab(m_messages, u"messages"_s, tr("Messages"));
    buildTab(m_books, u"books"_s, m_books->title());
    buildLights();
}

// The id stays the same from start to start.
void MainWindow::buildTab(QWidget *page, const QString &id, const QString &title)
{
    page->setObjectName(id);
    m_tabs->addTab(page, title);
}

void MainWindow::addTabs()
{
    const std::pair<QWidget *, Qt::Key> digits[]
        = {{m_sagas, Qt::Key_4}, {m_messages, Qt::Key_5}, {m_books, Qt::Key_6}, {m_traces, Qt::Key_7}};
    std::vector<std::pair<int, QWidget *>> pages; // in the order of their keys, which are listed so
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        auto *page = m_tabs->widget(tab);
        const auto digit = std::ranges::find(digits, page, &std::pair<QWidget *, Qt::Key>::first);
        pages.emplace_back(digit != std::end(digits) ? digit->second : 0, page);
    }
    std::ranges::stable_sort(pages, {}, &std::pair<int, QWidget *>::first);
    for (const auto &[key, page] : pages) {
        QList<QKeySequence> keys;
        if (key != 0)
            keys << QKeySequence(Qt::CTRL | Qt::Key(key));
        const QString title = m_tabs->tabText(m_tabs->indexOf(page)).remove(u'&');
        m_actions->add({u"tab."_s + page->objectName(), tr("Go"), tr("Go to %1").arg(title), keys},
                       [this, page = page] { goToTab(page); });
    }
}

void MainWindow::goToTab(QWidget *page)
{
    m_tabs->setCurrentWidget(page);
    page->setFocus(Qt::ShortcutFocusReason);
    if (QApplication::focusWidget() == page)
        focusNextOf({page}); // its first control
}

void MainWindow::prepareRequest(const inspector::Subject &subject)
{
    m_tabs->setCurrentWidget(m_tabs->findChild<QWidget *>(u"requests"_s));
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
    m_readings = new Readings(m_shop, {*m_tabs, *m_books, *m_sagas, *m_messages, *m_traces}, this);
    connectData();
    connectTraces();
    connectPast();
}

} // namespace app::shell
