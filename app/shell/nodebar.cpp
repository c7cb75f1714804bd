// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nodebar.h"

#include <app/style/icon.h>

#include <QApplication>
#include <QCursor>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace app::shell {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto grace = 300ms; // for the way from the node to its bar

QToolButton *barButton()
{
    auto *button = new QToolButton;
    button->setFocusPolicy(Qt::NoFocus); // Tab would come here from nowhere
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return button;
}

// "+" is none, and is drawn.
bool areWords(const QString &text)
{
    return std::ranges::any_of(text, [](QChar letter) { return letter.isLetter(); });
}

} // namespace

NodeBar::NodeBar(QWidget &window)
    : QFrame(&window)
    , m_window(window)
    , m_row(new QHBoxLayout(this))
{
    setProperty("kind", u"bar"_s);
    setAccessibleName(tr("What can be done to the node"));
    m_row->setContentsMargins(3, 3, 3, 3);
    m_row->setSpacing(1);
    m_leaving.setSingleShot(true);
    m_leaving.setInterval(grace);
    connect(&m_leaving, &QTimer::timeout, this, [this] {
        if (isBusy())
            m_leaving.start();
        else
            hide();
    });
    hide();
}

bool NodeBar::isBusy() const
{
    const QPoint mouse = m_window.mapFromGlobal(QCursor::pos());
    const bool isOnNode = m_node.contains(mouse) && QApplication::mouseButtons() == Qt::NoButton;
    return QApplication::activePopupWidget() != nullptr || isOnNode || geometry().contains(mouse);
}

void NodeBar::clear()
{
    while (auto *item = m_row->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void NodeBar::fill(const std::vector<QAction *> &acts)
{
    for (auto *act : acts) {
        if (act == nullptr) {
            m_row->addSpacing(6);
            continue;
        }
        auto *button = barButton();
        button->setDefaultAction(act);
        if (!act->icon().isNull())
            button->setToolButtonStyle(areWords(act->iconText()) ? Qt::ToolButtonTextBesideIcon
                                                                 : Qt::ToolButtonIconOnly);
        button->setAccessibleName(QString(act->text()).remove(u'&')); // "+" says little
        if (act->menu() != nullptr)
            button->setPopupMode(QToolButton::InstantPopup);
        m_row->addWidget(button);
    }
    auto *more = barButton();
    more->setText(u"⋯"_s); // as the others have words
    more->setIcon(style::icon(style::Icon::More));
    more->setToolButtonStyle(Qt::ToolButtonIconOnly);
    more->setToolTip(tr("All that can be done"));
    more->setAccessibleName(more->toolTip());
    connect(more, &QToolButton::clicked, this,
            [this] { Q_EMIT moreWanted(mapToGlobal(QPoint(width(), height()))); });
    m_row->addWidget(more);
}

void NodeBar::offer(const std::vector<QAction *> &acts, const BarSurroundings &around)
{
    clear();
    m_leaving.stop();
    fill(acts);
    adjustSize();
    m_node = {m_window.mapFromGlobal(around.box.topLeft()), around.box.size()};
    move(m_window.mapFromGlobal(barPlace(size(), around)));
    show();
    raise();
}

bool NodeBar::isOn(const QRect &globalBox) const
{
    return m_node == QRect(m_window.mapFromGlobal(globalBox.topLeft()), globalBox.size());
}

void NodeBar::leave()
{
    if (isVisible())
        m_leaving.start();
}

void NodeBar::leaveEvent(QEvent *event)
{
    leave();
    Q_EMIT left();
    QFrame::leaveEvent(event);
}

void NodeBar::hideEvent(QHideEvent *event)
{
    Q_EMIT left();
    QFrame::hideEvent(event);
}

} // namespace app::shell
