// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <thread>

namespace app::style {

// What the desktop around us wishes: light or dark, more contrast, no motion, and each change of mind. GNOME,
// KDE and others say it over D-Bus
// (https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html). The bus is
// connected to in a thread of its own, which ends within a twentieth of a second when this goes; nothing here
// waits for an answer. Where there is no bus, no portal or no wish, or the bus hangs, nothing is ever said.
// GUI thread.
class DesktopPortal : public QObject
{
    Q_OBJECT
public:
    enum class Scheme
    {
        NoPreference,
        Dark,
        Light
    };

    using QObject::QObject;

    // To the session's bus, as soon as it answers. Never starts one, which a program that finds none would
    // have Qt do.
    void listen();
    void listenOn(const QDBusConnection &bus);

Q_SIGNALS:
    void schemeTold(app::style::DesktopPortal::Scheme scheme);
    void contrastTold(bool higher);
    void stillnessTold(bool still); // nothing should move by itself

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QDBusConnection &bus, const QString &group, const QString &key);
    void tell(const QString &group, const QString &key, const QVariant &value);

    bool m_contrast = false;
    bool m_accessContrast = false;
    std::jthread m_connecting; // the last to be made, the first to end
};

} // namespace app::style
