// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "segment.h"

#include <QFontMetrics>
#include <QPushButton>

namespace app::style {

using namespace Qt::StringLiterals;

namespace {

// Some fonts draw bold words much wider.
int widthWhenChosen(const QPushButton &button)
{
    constexpr int padding = 15; // and border, as in the style sheet
    QFont bold = button.font();
    bold.setWeight(QFont::DemiBold);
    return QFontMetrics(bold).size(Qt::TextShowMnemonic, button.text()).width() + 2 * padding;
}

} // namespace

QPushButton *segment(const QString &words, bool isFirst, bool isLast)
{
    auto *button = new QPushButton(words);
    button->setCheckable(true);
    button->setProperty("kind", u"segment"_s);
    button->setProperty("place", isFirst ? u"first"_s : isLast ? u"last"_s : u"middle"_s);
    button->setMinimumWidth(widthWhenChosen(*button));
    return button;
}

} // namespace app::style
