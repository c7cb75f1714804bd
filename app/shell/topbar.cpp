// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "topbar.h"

#include "forcechip.h"
#include "policymenu.h"

#include <app/session/language.h>
#include <app/session/settings.h>
#include <app/style/segment.h>

#include <QActionGroup>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace app::shell {

using namespace Qt::StringLiterals;

namespace {

QToolButton *menuButton(const QString &text, QMenu *menu)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

TopBar::TopBar(const QString &systemTitle, QWidget *parent)
    : QWidget(parent)
    , m_shapes(new QButtonGroup(this))
    , m_shoppers(new QSlider(Qt::Horizontal))
    , m_rate(new QLabel)
    , m_breakMenu(new QMenu(this))
    , m_break(menuButton(tr("Brea&k something ▾"), m_breakMenu))
    , m_force(new ForceChip)
    , m_policies(new PolicyMenu)
{
    auto *name = new QLabel(u"Faultline"_s);
    name->setProperty("kind", u"title"_s);
    auto *title = new QLabel(systemTitle);
    title->setProperty("kind", u"subtle"_s);
    m_break->setProperty("kind", u"danger"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(14);
    row->addWidget(name);
    row->addWidget(title);
    row->addSpacing(8);
    row->addWidget(buildShapes());
    row->addSpacing(8);
    row->addWidget(buildShoppers());
    row->addStretch(1);
    row->addWidget(m_force);
    row->addWidget(m_break);
    row->addWidget(m_policies);
    row->addWidget(buildAppearance());
}

QWidget *TopBar::buildShapes()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const std::pair<Shape, QString> shapes[] = {{Shape::Monolith, tr("&Monolith")},
                                                {Shape::Both, tr("Side by si&de")},
                                                {Shape::Microservices, tr("M&icroservices")}};
    for (const auto &[shape, words] : shapes) {
        auto *button = style::segment(words, shape == Shape::Monolith, shape == Shape::Microservices);
        m_shapes->addButton(button, static_cast<int>(shape));
        row->addWidget(button);
    }
    connect(m_shapes, &QButtonGroup::idClicked, this,
            [this](int shape) { Q_EMIT shapeWanted(Shape(shape)); });
    return box;
}

QWidget *TopBar::buildShoppers()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    auto *words = new QLabel(tr("&Shoppers"));
    words->setProperty("kind", u"subtle"_s);
    words->setBuddy(m_shoppers);
    m_shoppers->setRange(0, session::mostShoppersPerSecond);
    m_shoppers->setPageStep(20);
    m_shoppers->setFixedWidth(100);
    m_shoppers->setAccessibleName(tr("Shoppers per second on each shape"));
    m_rate->setProperty("kind", u"heading"_s);
    const QString widest = tr("%1 / s").arg(session::mostShoppersPerSecond);
    m_rate->setMinimumWidth(m_rate->fontMetrics().horizontalAdvance(widest) + 8);
    row->addWidget(words);
    row->addWidget(m_shoppers);
    row->addWidget(m_rate);
    connect(m_shoppers, &QSlider::valueChanged, this, [this](int rate) {
        m_rate->setText(tr("%1 / s").arg(rate));
        Q_EMIT shoppersWanted(rate);
    });
    return box;
}

QToolButton *TopBar::buildAppearance()
{
    auto *menu = new QMenu(this);
    auto *group = new QActionGroup(this);
    const std::pair<style::Preference, QString> choices[]
        = {{style::Preference::System, tr("Like the &system")},
           {style::Preference::Light, tr("&Light")},
           {style::Preference::Dark, tr("&Dark")},
           {style::Preference::HighContrast, tr("&High contrast")}};
    for (const auto &[preference, words] : choices) {
        auto *action = menu->addAction(words);
        action->setCheckable(true);
        group->addAction(action);
        m_preferences.push_back(action);
        connect(action, &QAction::triggered, this,
                [this, chosen = preference] { Q_EMIT preferenceWanted(chosen); });
    }
    menu->addSeparator();
    addLanguages(*menu->addMenu(tr("L&anguage, from the next start")));
    menu->addSeparator();
    connect(menu->addAction(tr("&Keyboard…")), &QAction::triggered, this, &TopBar::keysWanted);
    return menuButton(tr("&View ▾"), menu);
}

void TopBar::addLanguages(QMenu &menu)
{
    auto *group = new QActionGroup(this);
    const auto choices = session::Language::choices();
    for (const QString &choice : choices) {
        const QString name = session::Language::nameOf(choice);
        auto *action = menu.addAction(name.isEmpty() ? tr("That of the &system") : name);
        action->setCheckable(true);
        group->addAction(action);
        m_languages.push_back(action);
        connect(action, &QAction::triggered, this, [this, choice] { Q_EMIT languageWanted(choice); });
    }
}

void TopBar::showBreakMenu()
{
    m_break->setFocus(Qt::ShortcutFocusReason);
    m_break->showMenu();
}

void TopBar::addShoppers(int perSecond)
{
    m_shoppers->setValue(m_shoppers->value() + perSecond);
}

void TopBar::setShape(Shape shape)
{
    m_shapes->button(static_cast<int>(shape))->setChecked(true);
}

void TopBar::setShoppersPerSecond(double rate)
{
    const QSignalBlocker quiet(m_shoppers);
    m_shoppers->setValue(static_cast<int>(std::lround(rate)));
    m_rate->setText(tr("%1 / s").arg(m_shoppers->value()));
}

void TopBar::setPreference(style::Preference preference)
{
    m_preferences[static_cast<size_t>(preference)]->setChecked(true);
}

void TopBar::setLanguage(const QString &choice)
{
    const auto place = session::Language::choices().indexOf(choice);
    m_languages[static_cast<size_t>(std::max<qsizetype>(place, 0))]->setChecked(true);
}

} // namespace app::shell
