// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace app::desktop {

// What the arguments ask for: an exit code, or the file to open. A value.
struct Wish
{
    std::optional<int> exitCode;
    QString file{};
    QString broker{}; // its URL; empty: the one of the settings
    QString language{}; // empty: the one of the settings
};

// Says on the standard output what was asked for, and on the standard error what is wrong with it.
Wish wishOf(const QStringList &arguments);

} // namespace app::desktop
