// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QMetaType>
#include <QString>

#include <array>
#include <chrono>

namespace app::style {

// What a colour is for. Nothing outside app/style names a colour: it names one of these.
enum class Role
{
    Window, // panels
    Canvas, // behind the graph and charts
    Raised, // cards, the selected segment's surroundings, the status line
    Border,
    Grid, // of charts, quieter than Border
    Control, // the edge of what one types into or slides along
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

// A complete set of colours, strokes and durations. A value; widgets are handed one and asked to repaint when
// it changes.
class Theme
{
public:
    static Theme light();
    static Theme dark();
    // Black on white, or white on black: for those to whom the quiet tones say nothing.
    static Theme highContrast(bool dark);

    QColor color(Role role) const { return m_colors[static_cast<size_t>(role)]; }
    bool isDark() const { return m_dark; }
    bool isHighContrast() const { return m_highContrast; }
    // As wide as lines that carry a meaning are, in this theme, beside the usual ones.
    double strokes() const { return m_highContrast ? 1.5 : 1; }
    // How long a thing takes to its new place; nothing: it is there at once, and nothing moves by itself.
    std::chrono::milliseconds change() const { return std::chrono::milliseconds(m_still ? 0 : 260); }
    bool isStill() const { return m_still; }
    void setStill(bool still) { m_still = still; }
    // The mark of the n-th team of a system. Teams are told apart by name as well, never by colour alone.
    QColor team(int index) const;

    bool operator==(const Theme &) const = default;

private:
    std::array<QColor, static_cast<size_t>(Role::Count)> m_colors;
    bool m_dark = false;
    bool m_highContrast = false;
    bool m_still = false; // somebody wishes that nothing moves
};

} // namespace app::style

Q_DECLARE_METATYPE(app::style::Theme)
