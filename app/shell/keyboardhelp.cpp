// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyboardhelp.h"

#include <app/style/label.h>

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace app::shell {

namespace {

constexpr double shareOfWindow = 0.85; // of its height, at most
constexpr int leastHeight = 600; // pixels
constexpr int belowList = 70; // the button and the room around it

} // namespace

KeyboardHelp::KeyboardHelp(const std::vector<Line> &lines, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard"));
    auto *list = new QWidget;
    auto *form = new QFormLayout(list);
    form->setContentsMargins(20, 16, 20, 8);
    form->setHorizontalSpacing(24);
    for (const auto &line : lines) {
        auto *keys = style::label(line.keys, "heading");
        keys->setWordWrap(false);
        auto *words = style::label(line.words, "");
        words->setMinimumWidth(320);
        form->addRow(keys, words);
    }
    auto *scroll = new QScrollArea; // there are more than a small screen is high
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Keys and what they do"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 12);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    buttons->setContentsMargins(20, 0, 20, 0);
    const int most = parent != nullptr ? static_cast<int>(parent->window()->height() * shareOfWindow) : 0;
    const int wanted = list->sizeHint().height() + belowList;
    resize(list->sizeHint().width() + 40, std::min(wanted, std::max(most, leastHeight)));
}

} // namespace app::shell
