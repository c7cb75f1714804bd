// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everything that a person can have done in the MainWindow, and where it is listed.

#include "aboutbox.h"
#include "actions.h"
#include "forcechip.h"
#include "mainwindow.h"
#include "panelring.h"
#include "policymenu.h"
#include "topbar.h"
#include "verbs.h"

#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>

#include <QActionGroup>
#include <QMenu>
#include <QTabWidget>

namespace app::shell {

using namespace Qt::StringLiterals;

void MainWindow::addActions()
{
    addHelp();
    addPlaces();
    addThemes();
    addPictureActions();
    addShownSwitches();
    addFileActions();
    const QString load = tr("Load and faults");
    m_actions->add({u"break"_s, load, tr("Break something"), {QKeySequence(Qt::CTRL | Qt::Key_B)}},
                   [this] { m_top->showBreakMenu(); });
    m_actions->add({u"break.first"_s, load, tr("What breaks first?")}, [this] { showFirstBreak(); });
    m_actions->add(
        {u"policies"_s, load, tr("Choose the policies of all calls"), {QKeySequence(Qt::CTRL | Qt::Key_P)}},
        [this] {
            m_top->policyMenu().setFocus(Qt::ShortcutFocusReason);
            m_top->policyMenu().showMenu();
        });
    for (auto *policy : m_top->policyMenu().menu()->actions())
        m_actions->enter({u"policies."_s + policy->text(), load,
                          tr("Policies: %1").arg(QString(policy->text()).remove(u'&')), tr("all calls"),
                          policy});
    m_actions->add({u"faults.undo"_s, load, tr("Undo all faults"), {QKeySequence(Qt::CTRL | Qt::Key_U)}},
                   [this] { m_shop.liftAll(); });
    m_actions->add({u"shoppers.more"_s,
                    load,
                    tr("More shoppers"),
                    {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}},
                   [this] { m_top->addShoppers(10); });
    m_actions->add(
        {u"shoppers.fewer"_s, load, tr("Fewer shoppers"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}},
        [this] { m_top->addShoppers(-10); });
    m_actions->setRecent(m_workspace.recentActs);
    fillMenus();
}

void MainWindow::addHelp()
{
    const QString help = tr("Help");
    m_actions->add(
        {u"help.keys"_s, help, tr("&Keys…"), {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)}},
        [this] {
            auto *list = new KeyboardHelp(m_actions->keys(), this);
            list->setAttribute(Qt::WA_DeleteOnClose);
            list->show();
        });
    m_actions->add({u"help.about"_s, help, tr("&About and licences…")}, [this] {
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
    m_actions->mention(tr("Escape"), tr("In a graph: everything again, then select nothing"));
}

void MainWindow::addPlaces()
{
    const QString go = tr("Go");
    m_actions->add({u"find.act"_s, go, tr("&Do anything…"), {QKeySequence(Qt::CTRL | Qt::Key_K)}},
                   [this] { findAct(); });
    m_actions->add({u"find.thing"_s, go, tr("&Find in the system…"), {QKeySequence(QKeySequence::Find)}},
                   [this] { findThing(); });
    m_actions->add({u"go.panel"_s, go, tr("To the next panel"), {QKeySequence(Qt::Key_F6)}},
                   [this] { focusNextPanel(); });
    const auto shape = [&](Qt::Key key, Shape shown, const QString &words) {
        m_actions->add({u"shape."_s + word(shown), go, words, {QKeySequence(Qt::CTRL | key)}},
                       [this, shown] { setShape(shown); });
    };
    shape(Qt::Key_1, Shape::Monolith, tr("Show the monolith"));
    shape(Qt::Key_2, Shape::Both, tr("Show both shapes side by side"));
    shape(Qt::Key_3, Shape::Microservices, tr("Show the microservices"));
    addMoneyKeys();
    m_actions->addSource([this] { enterTabs(); });
}

// All there are, whoever has added them.
void MainWindow::enterTabs()
{
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        const QString id = u"tab.%1"_s.arg(tab);
        if (m_actions->action(id) != nullptr)
            continue;
        const QString title = m_tabs->tabText(tab).remove(u'&');
        m_actions->add({id, tr("Go"), tr("Go to %1").arg(title)}, [this, tab] {
            m_tabs->setCurrentIndex(tab);
            m_tabs->currentWidget()->setFocus();
        });
    }
}

void MainWindow::addThemes()
{
    const QString look = tr("Look");
    auto *group = new QActionGroup(this);
    const std::pair<style::Preference, QString> choices[]
        = {{style::Preference::System, tr("Like the &system")},
           {style::Preference::Light, tr("&Light")},
           {style::Preference::Dark, tr("&Dark")},
           {style::Preference::HighContrast, tr("&High contrast")}};
    for (const auto &[preference, words] : choices) {
        auto *action
            = m_actions->addSwitch({u"theme."_s + style::word(preference), look, words},
                                   [this, chosen = preference](bool) { m_appearance.setPreference(chosen); });
        action->setChecked(m_appearance.preference() == preference);
        group->addAction(action);
    }
    auto *still = m_actions->addSwitch({u"motion"_s, look, tr("&Reduce motion")}, [this](bool isStill) {
        m_appearance.setMotion(isStill ? style::Motion::Reduced : style::Motion::Full);
    });
    still->setChecked(m_appearance.theme().isStill());
    connect(&m_appearance, &style::Appearance::themeChanged, still,
            [still](const style::Theme &theme) { still->setChecked(theme.isStill()); });
    m_actions->addSwitch({u"presentation"_s, look, tr("&Presentation"), {QKeySequence(Qt::Key_F11)}},
                         [this](bool presents) { togglePresentation(presents); });
    m_actions->add({u"layout.reset"_s, look, tr("Reset the &window's layout")}, [this] { resetLayout(); });
}

void MainWindow::fillMenus()
{
    auto &view = m_top->viewMenu();
    m_actions->fill(view,
                    {u"find.act"_s,
                     u"find.thing"_s,
                     {},
                     u"theme.system"_s,
                     u"theme.light"_s,
                     u"theme.dark"_s,
                     u"theme.high-contrast"_s,
                     u"motion"_s,
                     {},
                     u"presentation"_s,
                     u"layout.reset"_s,
                     {}});
    m_actions->fill(view, {u"file.open"_s});
    auto *recent = view.addMenu(tr("R&ecent systems"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
    m_actions->fill(view,
                    {{}, u"edit.undo"_s, u"edit.redo"_s, {}, u"help.keys"_s, u"help.about"_s, {}, u"quit"_s});
    for (auto *pane : m_panes)
        m_actions->fill(pane->menu(),
                        {u"picture.nearer"_s,
                         u"picture.away"_s,
                         u"picture.home"_s,
                         u"picture.all"_s,
                         {},
                         u"picture.focus"_s,
                         u"picture.pin"_s,
                         u"picture.tidy"_s,
                         u"picture.unpin"_s,
                         {},
                         u"shown.messages"_s,
                         u"shown.stores"_s,
                         u"shown.teams"_s,
                         {},
                         u"picture.table"_s});
}

void MainWindow::focusNextPanel()
{
    std::vector<QWidget *> panels{m_top, m_journeys};
    panels.insert(panels.end(), m_panes.begin(), m_panes.end());
    panels.insert(panels.end(), {m_inspector, m_tabs});
    focusNextOf(panels);
}

} // namespace app::shell
