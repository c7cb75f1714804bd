// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "keyboardhelp.h"

#include <QKeySequence>
#include <QObject>

#include <functional>

class QWidget;

namespace app::shell {

// The window's shortcuts, each with what it does in words, so that the list which a person can call up is
// never another one than that which works. Belongs to the window. GUI thread.
class Keys : public QObject
{
    Q_OBJECT
public:
    explicit Keys(QWidget &window);

    void add(const QList<QKeySequence> &keys, const QString &words, std::function<void()> act);
    // One that a widget handles itself.
    void mention(const QString &keys, const QString &words);
    void showHelp();

private:
    QWidget &m_window;
    std::vector<KeyboardHelp::Line> m_lines;
};

} // namespace app::shell
