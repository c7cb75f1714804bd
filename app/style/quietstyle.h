// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace app::style {

// Fusion, which underlines the letters that Alt presses only while Alt is held, has no icons on a dialog's
// buttons, and draws a tab's focus around its words. Owned by the application.
class QuietStyle : public QProxyStyle
{
    Q_OBJECT
public:
    QuietStyle();

    int styleHint(StyleHint hint,
                  const QStyleOption *option,
                  const QWidget *widget,
                  QStyleHintReturn *data) const override;

    void drawPrimitive(PrimitiveElement element,
                       const QStyleOption *option,
                       QPainter *painter,
                       const QWidget *widget) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static void drawCheckBox(const QStyleOption &option, QPainter &painter);
    static void drawFocusOfItem(const QStyleOption &option, QPainter &painter);
    static void drawFocusOfTab(const QStyleOption &option, QPainter &painter);
    void setAltHeld(bool held);

    bool m_altHeld = false;
};

} // namespace app::style
