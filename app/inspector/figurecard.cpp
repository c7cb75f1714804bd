// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurecard.h"

#include <app/style/label.h>

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace app::inspector {

using namespace Qt::StringLiterals;
using style::label;

QFrame *figureCard(const QString &name, QLabel *figure, const QString &origin)
{
    auto *card = new QFrame;
    card->setProperty("kind", u"card"_s);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(10, 6, 10, 6);
    column->setSpacing(1);
    auto *title = label(name, "subtle");
    title->setWordWrap(false);
    figure->setWordWrap(false);
    column->addWidget(title);
    column->addWidget(figure);
    card->setToolTip(origin);
    return card;
}

void fill(QLabel &figure, const QString &name, const QString &words)
{
    figure.setText(words);
    figure.setAccessibleName(u"%1: %2"_s.arg(name, words));
}

} // namespace app::inspector
