// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallbutton.h"

#include "label.h"

#include <QPushButton>

namespace app::style {

using namespace Qt::StringLiterals;

QPushButton *smallButton(const QString &words, const QString &tip)
{
    auto *button = new QPushButton(words);
    button->setProperty("extent", u"small"_s);
    button->setToolTip(style::tip(tip));
    return button;
}

} // namespace app::style
