// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nodebar.h"

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
constexpr int fromTheNode = 2; // pixels
constexpr int atLeast = 4; // from the window's edges

QToolButton *barButton()
{
    auto *button = new QToolButton;
    button->setFocusPolicy(Qt::NoFocus); // Tab would come here from nowhere
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return button;
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
    return QApplication::activePopupWidget() != nullptr
        || QRect(mapToGlobal(QPoint()), size()).contains(QCursor::pos());
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
        button->setAccessibleName(QString(act->text()).remove(u'&')); // "+" says little
        if (act->menu() != nullptr)
            button->setPopupMode(QToolButton::InstantPopup);
        m_row->addWidget(button);
    }
    auto *more = barButton();
    more->setText(u"⋯"_s);
    more->setToolTip(tr("All that can be done"));
    more->setAccessibleName(more->toolTip());
    connect(more, &QToolButton::clicked, this,
            [this] { Q_EMIT moreWanted(mapToGlobal(QPoint(width(), height()))); });
    m_row->addWidget(more);
}

void NodeBar::offer(const std::vector<QAction *> &acts, const QRect &globalBox, const QRect &globalBounds)
{
    clear();
    m_leaving.stop();
    fill(acts);
    adjustSize();
    const QRect box(m_window.mapFromGlobal(globalBox.topLeft()), globalBox.size());
    const QRect bounds(m_window.mapFromGlobal(globalBounds.topLeft()), globalBounds.size());
    int left = box.center().x() - width() / 2;
    left = std::clamp(left, bounds.left(), std::max(bounds.right() + 1 - width(), bounds.left()));
    left = std::clamp(left, atLeast, std::max(m_window.width() - width() - atLeast, atLeast));
    const int above = box.top() - height() - fromTheNode;
    move(left, above >= atLeast ? above : box.bottom() + fromTheNode);
    show();
    raise();
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
