// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everything that a person can have done in the MainWindow.

#include "aboutbox.h"
#include "actions.h"
#include "forcechip.h"
#include "mainwindow.h"
#include "panelacts.h"
#include "panelring.h"
#include "pictures.h"
#include "policyacts.h"
#include "policymenu.h"
#include "search.h"
#include "topbar.h"
#include "verbs.h"

#include <app/books/bookspanel.h>
#include <app/graph/graphtable.h>
#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>

#include <QMenu>
#include <QTabWidget>

namespace app::shell {

using namespace Qt::StringLiterals;

void MainWindow::addActions()
{
    addPlaces();
    addTabs();
    addLoad();
    m_pictures->addTo(*m_actions);
    addLook();
    addLanguages();
    addFileActions();
    addHelp();
    m_verbs->enterAll();
    addPolicies();
    addPanelActs();
    m_actions->setRecent(m_workspace.recentActs);
    fillMenus();
}

void MainWindow::addPlaces()
{
    const QString go = tr("Go");
    m_actions->add({u"find.act"_s, go, tr("Do anythin&g…"), {QKeySequence(Qt::CTRL | Qt::Key_K)}},
                   [this] { m_search->findAct(); });
    m_actions->add({u"find.thing"_s, go, tr("&Find in the system…"), {QKeySequence(QKeySequence::Find)}},
                   [this] { m_search->findThing(); });
    m_actions->add({u"go.panel"_s, go, tr("To the next panel"), {QKeySequence(Qt::Key_F6)}},
                   [this] { focusNextPanel(); });
    const auto shape = [&](Qt::Key key, Shape shown, const QString &words) {
        m_actions->add({u"shape."_s + word(shown), go, words, {QKeySequence(Qt::CTRL | key)}},
                       [this, shown] { setShape(shown); });
    };
    shape(Qt::Key_1, Shape::Monolith, tr("Show the monolith"));
    shape(Qt::Key_2, Shape::Both, tr("Show both shapes side by side"));
    shape(Qt::Key_3, Shape::Microservices, tr("Show the microservices"));
    addTeams();
    addTopics();
    addJourneys();
}

void MainWindow::addTeams()
{
    for (const auto &team : m_shop.plan().system.teams)
        m_actions->add({u"team/"_s + team.id.value, tr("Go"), tr("Team %1").arg(team.title)},
                       [this, id = team.id] { selectTeam(id); });
}

// One traced request of each journey, to be followed.
void MainWindow::addJourneys()
{
    for (int fleet = 0; fleet < static_cast<int>(packagings().size()); ++fleet) {
        const auto &packaging = packagings()[static_cast<size_t>(fleet)];
        for (const auto &journey : m_shop.plan().system.journeys)
            m_actions->add({u"follow/%1/%2"_s.arg(packaging.id.value, journey.id.value),
                            tr("Traces"),
                            tr("Follow one “%1”").arg(journey.title),
                            {},
                            packaging.title},
                           [this, fleet, id = journey.id] { follow(fleet, id); });
    }
}

void MainWindow::addPolicies()
{
    auto *acts = new PolicyActs(m_shop, *m_actions, this);
    connect(&m_shop, &LiveShop::snapshotTaken, acts, &PolicyActs::show);
    connect(acts, &PolicyActs::lineWanted, this, &MainWindow::selectLine);
}

void MainWindow::addPanelActs()
{
    m_actions->addSource([this] { m_inspector->catchUp(); }); // before its acts are listed
    auto *acts = new PanelActs(*m_actions, this);
    acts->addPanel(*m_journeys, tr("Journeys"));
    for (size_t fleet = 0; fleet < m_panes.size(); ++fleet)
        acts->addPanel(*m_panes[fleet], packagings()[fleet].title);
    acts->addPanel(*m_inspector, tr("Inspector"));
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        auto *page = m_tabs->widget(tab);
        acts->addPanel(*page, page == m_books ? tr("Books") : m_tabs->tabText(tab).remove(u'&'));
    }
}

void MainWindow::addLoad()
{
    const QString load = tr("Load and faults");
    m_actions->add({u"break"_s, load, tr("Break something"), {QKeySequence(Qt::CTRL | Qt::Key_B)}},
                   [this] { m_top->showBreakMenu(); });
    m_actions->add({u"break.first"_s, load, tr("What breaks &first?…")}, [this] { showFirstBreak(); });
    m_actions->add({u"faults.undo"_s, load, tr("&Undo all faults"), {QKeySequence(Qt::CTRL | Qt::Key_U)}},
                   [this] { m_shop.liftAll(); });
    m_actions->addSource([this, load] { m_top->forceChip().enterInto(*m_actions, load); });
    m_actions->add(
        {u"policies"_s, load, tr("Choose the policies of all calls"), {QKeySequence(Qt::CTRL | Qt::Key_P)}},
        [this] {
            m_top->policyMenu().setFocus(Qt::ShortcutFocusReason);
            m_top->policyMenu().showMenu();
        });
    m_top->policyMenu().enterInto(*m_actions, load);
    m_actions->add({u"shoppers.more"_s,
                    load,
                    tr("More shoppers"),
                    {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}},
                   [this] { m_top->addShoppers(10); });
    m_actions->add(
        {u"shoppers.fewer"_s, load, tr("Fewer shoppers"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}},
        [this] { m_top->addShoppers(-10); });
}

void MainWindow::addHelp()
{
    const QString help = tr("Help");
    m_actions->add(
        {u"help.keys"_s, help, tr("&Keyboard…"), {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)}},
        [this] {
            auto *list = new KeyboardHelp(m_actions->keys(), this);
            list->setAttribute(Qt::WA_DeleteOnClose);
            list->show();
        });
    m_actions->add({u"help.about"_s, help, tr("About and lic&ences…")}, [this] {
        auto *about = new AboutBox(this);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->show();
    });
    m_actions->mention(tr("Tab"), tr("To the next control"));
    m_actions->mention(tr("Arrows"),
                       tr("In a graph: to the next node. In a list or table: to the next line"));
    m_actions->mention(tr("C, Shift+C"),
                       tr("In a graph: to the next call of the selected node, or the last"));
    m_actions->mention(tr("Enter or Menu"),
                       tr("In a graph: what can be done to the selected node, or set for the selected call"));
    m_actions->mention(tr("+, −, 0"), tr("In a graph: nearer, away, and all of it as large as it fits"));
    m_actions->mention(tr("Alt+Arrows"), tr("In a graph: put the selected node elsewhere, step by step"));
    m_actions->mention(tr("P, N"), tr("In a graph: pin the selected node, look at its neighbourhood"));
    m_actions->mention(tr("Escape"),
                       tr("In a graph: everything again, then select nothing, then end the presentation"));
    m_actions->mention(
        tr("Left, Right"),
        tr("In the legend: the team before, the next team. In the durations of requests: choose a "
           "range, with Shift a wider one; Escape: all again"));
    m_actions->mention(
        tr("Enter"),
        tr("On a journey or a traced request: follow it step by step. On an earlier request: write "
           "it again"));
    m_actions->mention(tr("Space"), tr("On what is on or off: the other. In a graph: as Enter"));
    m_actions->mention(tr("Alt+Letter"), tr("What has this letter underlined while Alt is held"));
}

void MainWindow::focusNextPanel()
{
    std::vector<QWidget *> panels{m_top, m_journeys};
    for (auto *pane : m_panes)
        panels.push_back(pane->isTable() ? static_cast<QWidget *>(&pane->table()) : &pane->view());
    panels.insert(panels.end(), {m_inspector, m_tabs});
    focusNextOf(panels);
}

} // namespace app::shell
