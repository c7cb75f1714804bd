// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quietstyle.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>
#include <QTabBar>
#include <QWidget>

namespace app::style {

using namespace Qt::StringLiterals;

QuietStyle::QuietStyle()
    : QProxyStyle(u"Fusion"_s)
{
    qApp->installEventFilter(this);
}

int QuietStyle::styleHint(StyleHint hint,
                          const QStyleOption *option,
                          const QWidget *widget,
                          QStyleHintReturn *data) const
{
    if (hint == SH_UnderlineShortcut)
        return m_altHeld ? 1 : 0;
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

void QuietStyle::drawPrimitive(PrimitiveElement element,
                               const QStyleOption *option,
                               QPainter *painter,
                               const QWidget *widget) const
{
    const bool isFocus = element == PE_FrameFocusRect;
    const bool isOfTab = isFocus && qobject_cast<const QTabBar *>(widget) != nullptr;
    const bool isOfItem = isFocus && qobject_cast<const QAbstractItemView *>(widget) != nullptr;
    if (element != PE_IndicatorCheckBox && !isOfTab && !isOfItem)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isOfTab)
        drawFocusOfTab(*option, *painter);
    else if (isOfItem)
        drawFocusOfItem(*option, *painter);
    else
        drawCheckBox(*option, *painter);
    painter->restore();
}

// Fusion's goes through the words.
void QuietStyle::drawFocusOfTab(const QStyleOption &option, QPainter &painter)
{
    painter.setPen(QPen(option.palette.color(QPalette::Highlight), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(-5.5, -3.5, 5.5, 3.5), 3.5, 3.5);
}

// Fusion's is a box of another colour in a row that is light, and unseen in one that is dark.
void QuietStyle::drawFocusOfItem(const QStyleOption &option, QPainter &painter)
{
    const bool isChosen = option.state.testFlag(State_Selected);
    QColor edge = option.palette.color(isChosen ? QPalette::HighlightedText : QPalette::Text);
    edge.setAlphaF(0.6f);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

// Fusion's is as dark as a dark window.
void QuietStyle::drawCheckBox(const QStyleOption &option, QPainter &painter)
{
    const bool isOn = option.state.testFlag(State_On);
    const auto &colors = option.palette;
    QColor border = colors.color(QPalette::Text);
    border.setAlphaF(0.55f);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(isOn ? colors.color(QPalette::Highlight) : border, 1));
    painter.setBrush(isOn ? colors.brush(QPalette::Highlight) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, 3.5, 3.5);
    if (!isOn)
        return;
    painter.setPen(QPen(colors.color(QPalette::HighlightedText), 1.8, Qt::SolidLine, Qt::RoundCap));
    const auto at
        = [&box](double x, double y) { return box.topLeft() + QPointF(box.width() * x, box.height() * y); };
    painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.7), at(0.77, 0.3)});
}

bool QuietStyle::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)
            setAltHeld(event->type() == QEvent::KeyPress);
    } else if (event->type() == QEvent::ApplicationStateChange) {
        setAltHeld(false); // the release may go to another program
    }
    return QProxyStyle::eventFilter(watched, event);
}

void QuietStyle::setAltHeld(bool held)
{
    if (m_altHeld == held)
        return;
    m_altHeld = held;
    for (auto *window : QApplication::topLevelWidgets()) {
        for (auto *widget : window->findChildren<QWidget *>())
            widget->update();
    }
}

} // namespace app::style
