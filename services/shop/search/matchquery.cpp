// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "matchquery.h"

#include <QList>
#include <QStringList>

namespace services::shop::search {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWords = 8;
constexpr qsizetype longestWord = 48; // code points

// The tokenizer keeps letters, numbers and the marks which follow them; so do we.
bool isOfWord(char32_t character)
{
    return QChar::isLetterOrNumber(character) || QChar::isMark(character);
}

} // namespace

QString matchQuery(const QString &text)
{
    QStringList words;
    QList<char32_t> word;
    const auto finishWord = [&] {
        if (!word.isEmpty() && words.size() < mostWords)
            words.append(
                u"\"%1\"*"_s.arg(QString::fromUcs4(word.constData(), std::min(word.size(), longestWord))));
        word.clear();
    };
    for (const auto character : text.toUcs4()) {
        if (isOfWord(character))
            word.append(character);
        else
            finishWord();
    }
    finishWord();
    return words.join(u' ');
}

} // namespace services::shop::search
