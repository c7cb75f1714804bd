// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzymatch.h"

#include <algorithm>

namespace app::shell {

namespace {

constexpr int forALetter = 4;
constexpr int forABeginning = 20; // of a word
constexpr int forTheStart = 6; // of all the words
constexpr int forBeingNext = 9; // to the letter before
constexpr int forAPiece = 8; // a letter, when all of the part is side by side

// Each letter plain and small, one for one.
QString plain(QStringView words)
{
    QString result;
    for (const QChar letter : words) {
        const QString parts = letter.decomposition();
        result += (parts.isEmpty() || !parts.front().isLetter() ? letter : parts.front()).toLower();
    }
    return result;
}

bool beginsWord(const QString &words, qsizetype at)
{
    return at == 0 || !words[at - 1].isLetterOrNumber();
}

Match inOnePiece(const QString &words, qsizetype from, qsizetype length)
{
    Match found;
    for (qsizetype at = from; at < from + length; ++at)
        found.letters.push_back(at);
    found.worth += static_cast<int>(length) * (forALetter + forBeingNext + forAPiece)
        + (beginsWord(words, from) ? 2 * forABeginning : 0) + (from == 0 ? forTheStart : 0);
    return found;
}

// The best place to begin at is looked for; from there on each letter is taken where it comes first, or at
// the next beginning of a word.
std::optional<Match> inPieces(const QString &part, const QString &words)
{
    std::optional<Match> best;
    for (qsizetype start = words.indexOf(part[0]); start >= 0; start = words.indexOf(part[0], start + 1)) {
        Match found;
        qsizetype at = start;
        for (qsizetype letter = 0; letter < part.size() && at >= 0; ++letter) {
            const bool isNext = letter > 0 && at == found.letters.back() + 1;
            found.worth
                += forALetter + (beginsWord(words, at) ? forABeginning : 0) + (isNext ? forBeingNext : 0);
            found.letters.push_back(at);
            if (letter + 1 == part.size())
                break;
            const qsizetype next = words.indexOf(part[letter + 1], at + 1);
            qsizetype atBeginning = next;
            while (atBeginning >= 0 && !beginsWord(words, atBeginning))
                atBeginning = words.indexOf(part[letter + 1], atBeginning + 1);
            at = next == at + 1 || atBeginning < 0 ? next : atBeginning;
        }
        if (std::ssize(found.letters) == part.size() && (!best || found.worth > best->worth))
            best = std::move(found);
    }
    return best;
}

std::optional<Match> matchOfPart(const QString &part, const QString &words)
{
    std::optional<Match> whole;
    for (qsizetype at = words.indexOf(part); at >= 0; at = words.indexOf(part, at + 1)) {
        auto found = inOnePiece(words, at, part.size());
        if (!whole || found.worth > whole->worth)
            whole = std::move(found);
    }
    return whole.has_value() ? whole : inPieces(part, words);
}

} // namespace

std::optional<Match> match(QStringView typed, const QString &words)
{
    const QString text = plain(words);
    Match all;
    for (const auto &part : plain(typed).split(QChar::Space, Qt::SkipEmptyParts)) {
        const auto found = matchOfPart(part, text);
        if (!found.has_value())
            return {};
        all.worth += found->worth;
        all.letters.insert(all.letters.end(), found->letters.begin(), found->letters.end());
    }
    all.worth = 100 * all.worth - static_cast<int>(std::min<qsizetype>(words.size(), 99));
    std::ranges::sort(all.letters);
    return all;
}

} // namespace app::shell
