// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsoncolours.h"

#include <QRegularExpression>

namespace app::console {

using namespace Qt::StringLiterals;

JsonColours::JsonColours(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
}

void JsonColours::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    rehighlight();
}

void JsonColours::highlightBlock(const QString &text)
{
    static const QRegularExpression name(u"^\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z-]+)\\s*:"_s);
    static const QRegularExpression brackets(u"[{}\\[\\],]+$"_s);
    const auto named = name.match(text);
    if (named.hasMatch())
        setFormat(static_cast<int>(named.capturedStart(1)), static_cast<int>(named.capturedLength(1)),
                  m_theme.color(style::Role::Accent));
    const auto closing = brackets.match(text);
    if (closing.hasMatch())
        setFormat(static_cast<int>(closing.capturedStart()), static_cast<int>(closing.capturedLength()),
                  m_theme.color(style::Role::SubtleText));
}

} // namespace app::console
