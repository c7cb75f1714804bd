// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keys.h"

#include <QShortcut>
#include <QWidget>

namespace app::shell {

using namespace Qt::StringLiterals;

Keys::Keys(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

void Keys::add(const QList<QKeySequence> &keys, const QString &words, std::function<void()> act)
{
    QStringList names;
    for (const auto &sequence : keys) {
        names << sequence.toString(QKeySequence::NativeText);
        auto *shortcut = new QShortcut(sequence, &m_window);
        connect(shortcut, &QShortcut::activated, this, act);
    }
    mention(names.join(tr(" or ")), words);
}

void Keys::mention(const QString &keys, const QString &words)
{
    m_lines.push_back({keys, words});
}

void Keys::showHelp()
{
    auto *help = new KeyboardHelp(m_lines, &m_window);
    help->setAttribute(Qt::WA_DeleteOnClose);
    help->show();
}

} // namespace app::shell
