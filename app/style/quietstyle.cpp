// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "quietstyle.h"

#include <QApplication>
#include <QKeyEvent>
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
