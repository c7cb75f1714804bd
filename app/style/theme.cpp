// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme.h"

namespace app::style {

namespace {

using Colors = std::array<QColor, static_cast<size_t>(Role::Count)>;

// In the order of Role. Text on its ground keeps at least the contrast of WCAG 2.2 AA (a test computes it).
Colors lightColors()
{
    return {QColor(0xFFFFFF), QColor(0xFAFBFD), QColor(0xF4F6F9), QColor(0xDDE3EA), QColor(0xEBEFF4),
            QColor(0x788596), QColor(0x1B2430), QColor(0x5C6B7D), QColor(0x2F6FED), QColor(0xFFFFFF),
            QColor(0xE8F0FE), QColor(0x177A4F), QColor(0xE3F5EC), QColor(0x8F5500), QColor(0xFDF1DC),
            QColor(0xC02B2B), QColor(0xFDE7E7), QColor(0x5C6B7D), QColor(0xEEF1F5), QColor(0x8A63D2),
            QColor(0x2F6FED)};
}

Colors darkColors()
{
    return {QColor(0x1A2029), QColor(0x161B23), QColor(0x12161C), QColor(0x2B3441), QColor(0x202731),
            QColor(0x6B7A8D), QColor(0xE7ECF2), QColor(0x93A1B3), QColor(0x6B9BFF), QColor(0x0F1319),
            QColor(0x1D2B45), QColor(0x4CC38A), QColor(0x153326), QColor(0xF0B04B), QColor(0x3A2C11),
            QColor(0xFF7B72), QColor(0x40191A), QColor(0x93A1B3), QColor(0x222A34), QColor(0xA283E6),
            QColor(0x6B9BFF)};
}

Colors blackOnWhite()
{
    return {QColor(0xFFFFFF),  QColor(0xFFFFFF),  QColor(0xF2F2F2), QColor(Qt::black), QColor(0x8A8A8A),
            QColor(Qt::black), QColor(Qt::black), QColor(0x2B2B2B), QColor(0x0033B3),  QColor(0xFFFFFF),
            QColor(0xD9E5FF),  QColor(0x005028),  QColor(0xE9F8EF), QColor(0x6B3A00),  QColor(0xFFEBCC),
            QColor(0x960000),  QColor(0xFFE8E8),  QColor(0x2B2B2B), QColor(0xE6E6E6),  QColor(0x5B1FA8),
            QColor(0x0033B3)};
}

Colors whiteOnBlack()
{
    return {QColor(Qt::black), QColor(Qt::black), QColor(0x141414), QColor(0xFFFFFF), QColor(0x7A7A7A),
            QColor(0xFFFFFF),  QColor(0xFFFFFF),  QColor(0xE0E0E0), QColor(0x6FC3FF), QColor(Qt::black),
            QColor(0x00294F),  QColor(0x5CF0A0),  QColor(0x00331A), QColor(0xFFD23F), QColor(0x3D2E00),
            QColor(0xFF9C94),  QColor(0x4A0000),  QColor(0xE0E0E0), QColor(0x2A2A2A), QColor(0xD9B3FF),
            QColor(0x6FC3FF)};
}

constexpr std::array teamColors
    = {0x3B7FC4, 0x8A5BD0, 0x2A8F82, 0xC26E17, 0xC2528B, 0x7A8B2F, 0xC8553D, 0x5B6BD6, 0x9A6B3F, 0x4B8F9E};

} // namespace

Theme Theme::light()
{
    Theme theme;
    theme.m_colors = lightColors();
    return theme;
}

Theme Theme::dark()
{
    Theme theme;
    theme.m_colors = darkColors();
    theme.m_dark = true;
    return theme;
}

Theme Theme::highContrast(bool dark)
{
    Theme theme;
    theme.m_colors = dark ? whiteOnBlack() : blackOnWhite();
    theme.m_dark = dark;
    theme.m_highContrast = true;
    return theme;
}

QColor Theme::team(int index) const
{
    return QColor(teamColors[static_cast<size_t>(index) % teamColors.size()]);
}

} // namespace app::style
