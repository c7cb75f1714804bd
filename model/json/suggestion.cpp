// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "suggestion.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace model::json {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCandidates = 2000;
constexpr qsizetype mostListed = 12;

// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
// https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
qsizetype distance(const QString &a, const QString &b)
{
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<qsizetype> twoAbove(width);
    std::vector<qsizetype> above(width);
    std::vector<qsizetype> row(width);
    for (std::size_t j = 0; j < width; ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        twoAbove.swap(above);
        above.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j < width; ++j) {
            const auto column = static_cast<qsizetype>(j);
            const bool same = a[i - 1] == b[column - 1];
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[column - 2] && a[i - 2] == b[column - 1])
                row[j] = std::min(row[j], twoAbove[j - 2] + 1);
        }
    }
    return row[width - 1];
}

} // namespace

QString didYouMean(const QString &written, const QStringList &candidates)
{
    if (candidates.size() > mostCandidates || written.size() > 200)
        return {};
    qsizetype nearest = std::numeric_limits<qsizetype>::max();
    QString best;
    for (const QString &candidate : candidates) {
        const qsizetype limit = std::max<qsizetype>(1, std::max(written.size(), candidate.size()) / 3);
        if (std::abs(written.size() - candidate.size()) > limit)
            continue;
        const qsizetype found = distance(written.toLower(), candidate.toLower());
        if (found <= limit && found < nearest) {
            nearest = found;
            best = candidate;
        }
    }
    return best.isEmpty() ? QString() : u" Did you mean \"%1\"?"_s.arg(best);
}

QString oneOf(const QStringList &candidates)
{
    QStringList quoted;
    for (const QString &candidate : candidates.first(std::min(candidates.size(), mostListed)))
        quoted.append(u'"' + candidate + u'"');
    if (candidates.size() > mostListed)
        return quoted.join(u", "_s) + u" or one of %1 more"_s.arg(candidates.size() - mostListed);
    if (quoted.size() < 2)
        return quoted.join(QString());
    const QString last = quoted.takeLast();
    return quoted.join(u", "_s) + u" or "_s + last;
}

} // namespace model::json
