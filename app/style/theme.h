// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QMetaType>
#include <QString>

#include <array>

namespace app::style {

// What a colour is for. Nothing outside app/style names a colour: it names one of these.
enum class Role
{
    Window, // panels
    Canvas, // behind the graph and charts
    Raised, // cards, the selected segment's surroundings, the status line
    Border,
    Grid, // of charts, quieter than Border
    Text,
    SubtleText,
    Accent, // the primary button, selection, requests on their way
    AccentText, // on Accent
    AccentFill, // a soft ground of the same hue
    Good,
    GoodFill,
    Warning,
    WarningFill,
    Bad,
    BadFill,
    Neutral, // states that are neither good nor bad: starting, stopped
    NeutralFill,
    Monolith, // the line of each fleet in charts
    Microservices,
    Count
};

// A complete set of colours. A value; widgets are handed one and asked to repaint when it changes.
class Theme
{
public:
    static Theme light();
    static Theme dark();

    QColor color(Role role) const { return m_colors[static_cast<size_t>(role)]; }
    bool isDark() const { return m_dark; }
    // The mark of the n-th team of a system. Teams are told apart by name as well, never by colour alone.
    QColor team(int index) const;

    bool operator==(const Theme &) const = default;

private:
    std::array<QColor, static_cast<size_t>(Role::Count)> m_colors;
    bool m_dark = false;
};

} // namespace app::style

Q_DECLARE_METATYPE(app::style::Theme)
