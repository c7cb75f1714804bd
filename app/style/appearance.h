// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desktopportal.h"
#include "theme.h"

#include <QFont>
#include <QObject>

#include <optional>

class QApplication;

namespace app::style {

enum class Preference
{
    System, // light or dark, as the desktop around us
    Light,
    Dark,
    HighContrast // black on white or white on black, as the desktop around us is light or dark
};

enum class Motion
{
    System, // as the desktop around us wishes
    Full,
    Reduced // nothing moves by itself
};

QString word(Preference preference);
Preference preferenceOfWord(QStringView word);
QString word(Motion motion);
Motion motionOfWord(QStringView word);

// How the whole program looks: decides on the theme, dresses Qt's widgets in it and tells who paints by hand.
// One per program, made by main. GUI thread.
class Appearance : public QObject
{
    Q_OBJECT
public:
    explicit Appearance(QApplication &application);

    const Theme &theme() const { return m_theme; }
    Preference preference() const { return m_preference; }
    void setPreference(Preference preference);
    Motion motion() const { return m_motion; }
    void setMotion(Motion motion);
    // Larger letters everywhere, for a room full of people; 1: as usual.
    void setMagnification(double factor);
    // To be called when a window has been built, before it is shown: with a style sheet in force, each widget
    // that gets a parent is dressed anew with all that is in it, which is half the work of building it.
    void dress();

Q_SIGNALS:
    void themeChanged(const app::style::Theme &theme);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void followPortal(DesktopPortal::Scheme scheme);
    void applyIfChanged(bool &known, bool told);
    Theme decide() const;
    void apply();

    QApplication &m_application;
    DesktopPortal m_portal;
    Preference m_preference = Preference::System;
    bool m_platformIsDark = false; // by Qt's palette
    std::optional<bool> m_portalIsDark; // knows better; unset: it has no wish
    bool m_wishesContrast = false; // the desktop around us
    bool m_wishesStillness = false;
    Motion m_motion = Motion::System;
    QFont m_font; // as it is without magnification
    double m_magnification = 1;
    bool m_applying = false;
    bool m_isDressed = false; // the widgets are
    Theme m_theme;
};

} // namespace app::style
