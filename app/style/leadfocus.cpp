// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "leadfocus.h"

#include <QFocusEvent>
#include <QWidget>

namespace app::style {

namespace {

class FocusLead : public QObject
{
public:
    FocusLead(QWidget &panel, QWidget &part)
        : QObject(&panel)
        , m_part(part)
    {
        panel.installEventFilter(this);
    }
    bool eventFilter(QObject * /*panel*/, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn)
            m_part.setFocus(static_cast<QFocusEvent *>(event)->reason());
        return false;
    }

private:
    QWidget &m_part; // of the panel, and goes with it
};

} // namespace

void leadFocus(QWidget &panel, QWidget &part)
{
    new FocusLead(panel, part);
}

} // namespace app::style
