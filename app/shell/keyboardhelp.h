// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

namespace app::shell {

// The keys that do something, as a list to read beside the window; Escape puts it away. GUI thread.
class KeyboardHelp : public QDialog
{
    Q_OBJECT
public:
    struct Line
    {
        QString keys;
        QString words;

        bool operator==(const Line &) const = default;
    };

    KeyboardHelp(const std::vector<Line> &lines, QWidget *parent);
};

} // namespace app::shell
