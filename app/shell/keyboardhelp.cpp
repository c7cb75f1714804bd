// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyboardhelp.h"

#include <app/style/label.h>

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>

namespace app::shell {

KeyboardHelp::KeyboardHelp(const std::vector<Line> &lines, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(20, 16, 20, 16);
    form->setHorizontalSpacing(24);
    for (const auto &line : lines) {
        auto *keys = style::label(line.keys, "heading");
        keys->setWordWrap(false);
        auto *words = style::label(line.words, "");
        words->setMinimumWidth(320);
        form->addRow(keys, words);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
}

} // namespace app::shell
