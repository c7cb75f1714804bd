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
// the letters are not there. A part may also be how one of `synonyms` begins, which counts a little less.
std::optional<Match> match(QStringView typed, const QString &words, const QString &synonyms = {});

// Whether it is by the beginnings of its own words that it is found: each part, without a letter left out, or
// at least one of them and the others so in the context.
bool meansTitle(QStringView typed, const QString &title, const QString &context = {});

} // namespace app::shell
