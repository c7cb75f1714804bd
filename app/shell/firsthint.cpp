// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "firsthint.h"

#include <app/style/label.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace app::shell {

using namespace Qt::StringLiterals;

FirstHint::FirstHint(QWidget *parent)
    : QFrame(parent)
{
    setProperty("kind", u"hint"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 10, 6);
    row->addWidget(
        style::label(tr("<b>Rest on a service</b> for what can be done to it, crash it, and see on the left "
                        "what customers can still do. <b>Ctrl+K</b> finds every act, <b>Ctrl+F</b> every "
                        "service, <b>F1</b> lists the keys."),
                     ""),
        1);
    auto *button = new QPushButton(tr("Got it"));
    button->setProperty("extent", u"small"_s);
    button->setAccessibleName(tr("Put this hint away for good"));
    row->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT putAway();
    });
}

} // namespace app::shell
