// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "appearance.h"

#include "pictures.h"
#include "quietstyle.h"
#include "stylesheet.h"

#include <QApplication>
#include <QEvent>
#include <QFont>
#include <QFontDatabase>
#include <QPalette>

#include <utility>

namespace app::style {

using namespace Qt::StringLiterals;

namespace {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.color(Role::Window));
    palette.setColor(QPalette::WindowText, theme.color(Role::Text));
    palette.setColor(QPalette::Base, theme.color(Role::Window));
    palette.setColor(QPalette::AlternateBase, theme.color(Role::Raised));
    palette.setColor(QPalette::Text, theme.color(Role::Text));
    palette.setColor(QPalette::PlaceholderText, theme.color(Role::SubtleText));
    palette.setColor(QPalette::Button, theme.color(Role::Window));
    palette.setColor(QPalette::ButtonText, theme.color(Role::Text));
    palette.setColor(QPalette::Highlight, theme.color(Role::Accent));
    palette.setColor(QPalette::HighlightedText, theme.color(Role::AccentText));
    palette.setColor(QPalette::ToolTipBase, theme.color(Role::Raised));
    palette.setColor(QPalette::ToolTipText, theme.color(Role::Text));
    palette.setColor(QPalette::Link, theme.color(Role::Accent));
    palette.setColor(QPalette::BrightText, theme.color(Role::Bad)); // of icons alone
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.color(Role::SubtleText));
    return palette;
}

QFont interfaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (QFontDatabase::families().contains(u"Inter"_s))
        font.setFamily(u"Inter"_s);
    font.setPointSizeF(std::max(font.pointSizeF(), 9.0));
    return font;
}

} // namespace

QString word(Preference preference)
{
    switch (preference) {
    case Preference::Light:
        return u"light"_s;
    case Preference::Dark:
        return u"dark"_s;
    case Preference::HighContrast:
        return u"high-contrast"_s;
    case Preference::System:
        break;
    }
    return u"system"_s;
}

Preference preferenceOfWord(QStringView text)
{
    if (text == u"light")
        return Preference::Light;
    if (text == u"high-contrast")
        return Preference::HighContrast;
    return text == u"dark" ? Preference::Dark : Preference::System;
}

QString word(Motion motion)
{
    if (motion == Motion::System)
        return u"system"_s;
    return motion == Motion::Full ? u"full"_s : u"reduced"_s;
}

Motion motionOfWord(QStringView text)
{
    if (text == u"full")
        return Motion::Full;
    return text == u"reduced" ? Motion::Reduced : Motion::System;
}

Appearance::Appearance(QApplication &application)
    : m_application(application)
    , m_platformIsDark(isDark(application.palette()))
{
    registerPictures();
    application.setStyle(new QuietStyle);
    m_font = interfaceFont();
    application.setFont(m_font);
    application.installEventFilter(this);
    apply();
    connect(&m_portal, &DesktopPortal::schemeTold, this, &Appearance::followPortal);
    connect(&m_portal, &DesktopPortal::contrastTold, this,
            [this](bool higher) { applyIfChanged(m_wishesContrast, higher); });
    connect(&m_portal, &DesktopPortal::stillnessTold, this,
            [this](bool still) { applyIfChanged(m_wishesStillness, still); });
    m_portal.listen();
}

void Appearance::applyIfChanged(bool &known, bool told)
{
    if (std::exchange(known, told) != told)
        apply();
}

void Appearance::setMotion(Motion motion)
{
    m_motion = motion;
    apply();
}

void Appearance::setMagnification(double factor)
{
    if (qFuzzyCompare(std::exchange(m_magnification, factor), factor))
        return;
    QFont font = m_font;
    font.setPointSizeF(m_font.pointSizeF() * factor);
    m_application.setFont(font);
    apply();
}

void Appearance::followPortal(DesktopPortal::Scheme scheme)
{
    const auto before = m_portalIsDark;
    m_portalIsDark = scheme == DesktopPortal::Scheme::NoPreference
        ? std::nullopt
        : std::optional(scheme == DesktopPortal::Scheme::Dark);
    if (m_portalIsDark != before)
        apply();
}

void Appearance::setPreference(Preference preference)
{
    m_preference = preference;
    apply();
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    // Qt 6.4 has no colour scheme signal, and tells only the windows: the platform's new palette says which
    // it is.
    if (event->type() == QEvent::ThemeChange && watched->isWindowType() && !m_applying) {
        m_applying = true;
        m_application.setPalette({}); // ours hides it
        m_platformIsDark = isDark(m_application.palette());
        apply();
    }
    return QObject::eventFilter(watched, event);
}

void Appearance::dress()
{
    if (m_isDressed)
        return;
    m_isDressed = true;
    m_application.setStyleSheet(styleSheet(m_theme, m_magnification));
}

Theme Appearance::decide() const
{
    const bool systemIsDark = m_portalIsDark.value_or(m_platformIsDark);
    const bool bySystem = m_preference == Preference::System;
    if (m_preference == Preference::HighContrast || (bySystem && m_wishesContrast))
        return Theme::highContrast(systemIsDark);
    return m_preference == Preference::Dark || (bySystem && systemIsDark) ? Theme::dark() : Theme::light();
}

void Appearance::apply()
{
    m_theme = decide();
    m_theme.setStill(m_motion == Motion::Reduced || (m_motion == Motion::System && m_wishesStillness));
    m_applying = true;
    m_application.setPalette(paletteOf(m_theme));
    if (m_isDressed)
        m_application.setStyleSheet(styleSheet(m_theme, m_magnification));
    m_applying = false;
    Q_EMIT themeChanged(m_theme);
}

} // namespace app::style
