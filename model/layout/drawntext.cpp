// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "drawntext.h"

#include <QList>
#include <QTextBoundaryFinder>

#include <array>

namespace model::layout {

namespace {

constexpr qsizetype longestText = 300;
constexpr qreal boldness = 1.13;

// Advance widths of DejaVu Sans from U+0020 to U+007E, in hundredths of the font's size.
constexpr std::array<std::uint8_t, 95> asciiWidths{
    32, 41, 46, 84, 64, 96, 78, 28, 40,  40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
    61, 79, 70, 64, 62, 74, 69, 99, 69,  62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64,
    64, 28, 28, 58, 28, 98, 64, 62, 64,  64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84};

// In hundredths of the font's size.
int widthOfLetter(char32_t letter)
{
    constexpr char32_t firstIdeographs = 0x1100;
    if (letter >= 0x20 && letter < 0x20 + asciiWidths.size())
        return asciiWidths[letter - 0x20];
    if (QChar::isMark(letter))
        return 0;
    return letter < firstIdeographs ? 100 : 130;
}

bool isPrintable(char32_t letter)
{
    switch (QChar::category(letter)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
        return letter == 0x200d; // joins the parts of an emoji
    default:
        return true;
    }
}

} // namespace

qreal widthOf(const QString &text, Lettering lettering)
{
    qreal width = 0;
    for (const char32_t letter : text.toUcs4())
        width += widthOfLetter(letter);
    return width * lettering.pixels / 100.0 * (lettering.bold ? boldness : 1.0);
}

QString elided(const QString &text, Lettering lettering, qreal width)
{
    if (widthOf(text, lettering) <= width)
        return text;
    const QString ellipsis(QChar(0x2026));
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    QString fitting = ellipsis;
    while (letters.toNextBoundary() > 0) {
        const QString longer = text.first(letters.position()).trimmed() + ellipsis;
        if (widthOf(longer, lettering) > width)
            break;
        fitting = longer;
    }
    return fitting;
}

QString printable(const QString &text)
{
    QString kept;
    for (const char32_t letter : text.toUcs4()) {
        if (kept.size() >= longestText)
            break;
        if (isPrintable(letter))
            kept += QChar::fromUcs4(letter);
        else if (QChar::isSpace(letter))
            kept += QChar(u' ');
    }
    return kept.simplified();
}

} // namespace model::layout
