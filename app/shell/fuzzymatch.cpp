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
constexpr int mostHoles = 1;
constexpr double ofASynonym = 0.9; // of what a word would be worth
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

// Where the letter is next, after the one at `before`: right behind it, at the beginning of a word, or else
// further on in the same word.
qsizetype nextPlace(QChar letter, const QString &words, qsizetype before)
{
    const auto from = before + 1;
    if (from < words.size() && words[from] == letter)
        return from;
    for (auto at = words.indexOf(letter, from); at >= 0; at = words.indexOf(letter, at + 1)) {
        if (beginsWord(words, at))
            return at;
    }
    for (auto at = from; at < words.size() && words[at].isLetterOrNumber(); ++at) {
        if (words[at] == letter)
            return at;
    }
    return -1;
}

// The best beginning of a word is looked for. Only one letter may be further on in a word: what has more
// holes fits by chance.
std::optional<Match> inPieces(const QString &part, const QString &words)
{
    std::optional<Match> best;
    for (qsizetype start = words.indexOf(part[0]); start >= 0; start = words.indexOf(part[0], start + 1)) {
        if (!beginsWord(words, start))
            continue;
        Match found;
        int holes = 0;
        qsizetype at = start;
        for (const QChar letter : part) {
            const bool isFirst = found.letters.empty();
            at = isFirst ? start : nextPlace(letter, words, at);
            if (at < 0)
                break;
            const bool isNext = !isFirst && at == found.letters.back() + 1;
            holes += isNext || beginsWord(words, at) ? 0 : 1;
            found.worth
                += forALetter + (beginsWord(words, at) ? forABeginning : 0) + (isNext ? forBeingNext : 0);
            found.letters.push_back(at);
        }
        const bool fits = holes <= mostHoles && std::ssize(found.letters) == part.size();
        if (fits && (!best || found.worth > best->worth))
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

// Of its letters none is shown.
std::optional<Match> matchOfSynonym(const QString &part, const QString &synonyms)
{
    for (qsizetype at = synonyms.indexOf(part); at >= 0; at = synonyms.indexOf(part, at + 1)) {
        if (beginsWord(synonyms, at))
            return Match{static_cast<int>(ofASynonym * inOnePiece(synonyms, at, part.size()).worth)};
    }
    return {};
}

std::optional<Match> better(std::optional<Match> one, std::optional<Match> other)
{
    return !one || (other && other->worth > one->worth) ? other : one;
}

QStringList partsOf(QStringView typed)
{
    return plain(typed).split(QChar::Space, Qt::SkipEmptyParts);
}

bool isByBeginnings(const QString &part, const QString &words)
{
    const auto found = matchOfPart(part, words);
    if (!found.has_value())
        return false;
    for (size_t at = 0; at < found->letters.size(); ++at) {
        const auto letter = found->letters[at];
        if (!beginsWord(words, letter) && (at == 0 || letter != found->letters[at - 1] + 1))
            return false;
    }
    return true;
}

} // namespace

bool meansTitle(QStringView typed, const QString &title, const QString &context)
{
    const QString own = plain(title);
    const QString around = plain(context);
    const auto parts = partsOf(typed);
    return std::ranges::any_of(parts, [&](const QString &part) { return isByBeginnings(part, own); })
        && std::ranges::all_of(parts, [&](const QString &part) {
               return isByBeginnings(part, own) || isByBeginnings(part, around);
           });
}

std::optional<Match> match(QStringView typed, const QString &words, const QString &synonyms)
{
    const QString text = plain(words);
    const QString besides = u' ' + plain(synonyms); // none of them is the start
    Match all;
    for (const auto &part : partsOf(typed)) {
        const auto found = better(matchOfPart(part, text), matchOfSynonym(part, besides));
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
