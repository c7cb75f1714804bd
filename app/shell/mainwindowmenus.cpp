// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be chosen of the MainWindow's look, and the menus in which acts are listed.

#include "actions.h"
#include "mainwindow.h"
#include "pictures.h"
#include "rest.h"
#include "topbar.h"

#include <app/session/language.h>

#include <QActionGroup>
#include <QMenu>

namespace app::shell {

using namespace Qt::StringLiterals;
using session::Language;

void MainWindow::addLook()
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
            = m_actions->addSwitch({u"theme."_s + style::word(preference), look, words, {}, tr("Theme")},
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
    auto *rests = m_actions->addSwitch(
        {u"rest"_s, look, tr("Rest when &minimised"), {}, tr("Most shoppers stay away while nobody looks")},
        [this](bool allowed) {
            m_settings.restsMinimised = allowed;
            m_rest->setAllowed(allowed);
        });
    rests->setChecked(m_settings.restsMinimised);
    m_actions->addSwitch({u"presentation"_s, look, tr("&Presentation"), {QKeySequence(Qt::Key_F11)}},
                         [this](bool presents) { setPresentation(presents); });
    m_actions->add({u"layout.reset"_s, look, tr("Reset the &window's layout")}, [this] { resetLayout(); });
}

void MainWindow::addLanguages()
{
    auto *group = new QActionGroup(this);
    for (const QString &choice : Language::choices()) {
        const QString name = Language::nameOf(choice);
        auto *action = m_actions->addSwitch({u"language."_s + choice,
                                             tr("Look"),
                                             name.isEmpty() ? tr("That of the &system") : name,
                                             {},
                                             tr("Language, from the next start")},
                                            [this, choice](bool) { m_settings.language = choice; });
        action->setChecked(m_settings.language == choice);
        group->addAction(action);
    }
    if (group->checkedAction() == nullptr) // what cannot be chosen is as "system" is
        group->actions().front()->setChecked(true);
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
                     u"rest"_s});
    auto *languages = view.addMenu(tr("L&anguage, from the next start"));
    for (const QString &choice : Language::choices())
        m_actions->fill(*languages, {u"language."_s + choice});
    m_actions->fill(view, {{}, u"presentation"_s, u"layout.reset"_s, {}, u"file.open"_s});
    fillRecent(*view.addMenu(tr("Recent s&ystems")));
    m_actions->fill(view, {u"file.shop"_s, {}, u"help.keys"_s, u"help.about"_s, {}, u"quit"_s});
    m_pictures->fillMenus(*m_actions);
}

} // namespace app::shell
