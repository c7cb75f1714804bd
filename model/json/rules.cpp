// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rules.h"

#include "pointer.h"

#include <algorithm>

namespace model::json {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestSentence = 500;
constexpr qsizetype longestIdentifier = 63;

bool isLower(QChar c)
{
    return c >= u'a' && c <= u'z';
}
bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isIdentifier(QStringView text)
{
    return !text.isEmpty() && text.size() <= longestIdentifier && isLower(text.front())
        && !text.endsWith(u'-')
        && std::ranges::all_of(text, [](QChar c) { return isLower(c) || isDigit(c) || c == u'-'; });
}

bool isSentence(const QString &text)
{
    return !text.trimmed().isEmpty() && text.size() <= 2 * longestSentence
        && text.toUcs4().size() <= longestSentence
        && std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isDottedIdentifier(const QString &text)
{
    return text.size() <= longestIdentifier
        && std::ranges::all_of(QStringView(text).split(u'.'),
                               [](QStringView word) { return isIdentifier(word); });
}

} // namespace

TextRule sentence()
{
    return {isSentence, u"a text of 1 to 500 characters on one line"_s};
}

TextRule identifier()
{
    return {
        [](const QString &text) { return isIdentifier(text); },
        u"an id of lower-case letters, digits and hyphens, which begins with a letter (\"order-history\")"_s};
}

TextRule dottedIdentifier()
{
    return {isDottedIdentifier, u"an id of lower-case words with dots between them (\"order.placed\")"_s};
}

TextRule pointerRule()
{
    return {[](const QString &text) { return !text.isEmpty() && pointerParts(text).has_value(); },
            u"a JSON pointer (\"/items/0/id\")"_s};
}

} // namespace model::json
