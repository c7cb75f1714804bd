// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quietstyle.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>
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

// Fusion's box is as dark as a dark window.
void QuietStyle::drawPrimitive(PrimitiveElement element,
                               const QStyleOption *option,
                               QPainter *painter,
                               const QWidget *widget) const
{
    if (element != PE_IndicatorCheckBox)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isOn = option->state.testFlag(State_On);
    const auto &colors = option->palette;
    QColor border = colors.color(QPalette::Text);
    border.setAlphaF(0.55f);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->setPen(QPen(isOn ? colors.color(QPalette::Highlight) : border, 1));
    painter->setBrush(isOn ? colors.brush(QPalette::Highlight) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(box, 3.5, 3.5);
    if (isOn) {
        painter->setPen(QPen(colors.color(QPalette::HighlightedText), 1.8, Qt::SolidLine, Qt::RoundCap));
        const QPointF corner = box.topLeft() + QPointF(box.width() * 0.43, box.height() * 0.7);
        painter->drawPolyline(QPolygonF{box.topLeft() + QPointF(box.width() * 0.24, box.height() * 0.52),
                                        corner,
                                        box.topLeft() + QPointF(box.width() * 0.77, box.height() * 0.3)});
    }
    painter->restore();
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
