// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "topbar.h"

#include "forcechip.h"
#include "policymenu.h"

#include <app/session/settings.h>
#include <app/style/segment.h>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

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

TopBar::TopBar(const model::system::System &system,
               const std::vector<model::packaging::Packaging> &packagings,
               QWidget *parent)
    : QWidget(parent)
    , m_shapes(new QButtonGroup(this))
    , m_shoppers(new QSlider(Qt::Horizontal))
    , m_rate(new QLabel)
    , m_breakMenu(new QMenu(this))
    , m_break(menuButton(tr("Brea&k something ▾"), m_breakMenu))
    , m_force(new ForceChip(system, packagings))
    , m_policies(new PolicyMenu)
    , m_viewMenu(new QMenu(this))
{
    auto *name = new QLabel(u"Faultline"_s);
    name->setProperty("kind", u"title"_s);
    auto *title = new QLabel(system.title);
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
    row->addWidget(menuButton(tr("&View ▾"), m_viewMenu));
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
    for (auto *part : {static_cast<QWidget *>(m_shoppers), static_cast<QWidget *>(m_rate)})
        part->setToolTip(tr("Declared: shoppers per second who come to each shape"));
    row->addWidget(words);
    row->addWidget(m_shoppers);
    row->addWidget(m_rate);
    connect(m_shoppers, &QSlider::valueChanged, this, [this](int rate) {
        m_rate->setText(tr("%1 / s").arg(rate));
        Q_EMIT shoppersWanted(rate);
    });
    return box;
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

} // namespace app::shell
