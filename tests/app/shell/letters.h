// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QHash>
#include <QLabel>
#include <QTabBar>
#include <QTabWidget>

namespace tests::shell {

// The letters which the window answers to now with Alt: of its buttons, of all tabs below the pictures, and
// of what a label names. What two of them share is told as "One and other"; empty: all is well.
struct Letters
{
    QHash<QChar, QString> taken;
    QStringList shared;
};

inline Letters lettersOf(const QWidget &window)
{
    QStringList words;
    for (const auto *bar : window.findChildren<QTabBar *>()) {
        for (int tab = 0; bar->isVisible() && tab < bar->count(); ++tab)
            words << bar->tabText(tab);
    }
    for (const auto *button : window.findChildren<QAbstractButton *>())
        words << (button->isVisible() ? button->text() : QString());
    for (const auto *label : window.findChildren<QLabel *>())
        words << (label->isVisible() && label->buddy() != nullptr ? label->text() : QString());
    Letters letters;
    for (const auto &text : words) {
        const auto at = text.indexOf(u'&');
        if (at < 0)
            continue;
        const QChar letter = text[at + 1].toLower();
        if (letters.taken.contains(letter))
            letters.shared << QStringLiteral("%1 and %2").arg(text, letters.taken[letter]);
        letters.taken[letter] = text;
    }
    return letters;
}

} // namespace tests::shell
