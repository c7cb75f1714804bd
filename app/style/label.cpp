// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "label.h"

#include <QLabel>
#include <QTextDocument>
#include <QVariant>

namespace app::style {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 64; // letters

// Breaks lines at spaces; those that are there stay.
QString wrapped(const QString &words)
{
    QStringList lines;
    for (const QString &paragraph : words.split(u'\n')) {
        lines << QString();
        for (const QString &word : paragraph.split(u' ')) {
            if (lines.back().size() + word.size() >= longestLine && !lines.back().isEmpty())
                lines << word;
            else
                lines.back() += lines.back().isEmpty() ? word : u' ' + word;
        }
    }
    return lines.join(u'\n');
}

} // namespace

QLabel *label(const QString &text, const char *kind)
{
    auto *made = new QLabel(text);
    made->setProperty("kind", QString::fromLatin1(kind));
    made->setWordWrap(true);
    return made;
}

QString tip(const QString &words)
{
    const QString lines = wrapped(words);
    return Qt::mightBeRichText(lines) ? Qt::convertFromPlainText(lines) : lines;
}

} // namespace app::style
