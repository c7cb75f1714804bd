// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdio>

namespace app::desktop {

// A line for whoever has started the program from a terminal.
inline void say(std::FILE *stream, const QString &words)
{
    std::fputs(qPrintable(words + u'\n'), stream);
}

} // namespace app::desktop
