// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace app::shell {

// How well a few typed letters stand for words. A value.
struct Match
{
    int worth = 0; // more is better
    std::vector<qsizetype> letters = {}; // positions of those that were typed
};

// The letters must come in that order, each behind the one before or at the beginning of a word, but for one:
// "cct" finds "Crash Catalogue". Beginnings of words and letters in a row count more, and of equals the
// shorter one. Blanks separate parts which may come in any order. Case and accents do not matter. Nothing:
// the letters are not there.
std::optional<Match> match(QStringView typed, const QString &words);

} // namespace app::shell
