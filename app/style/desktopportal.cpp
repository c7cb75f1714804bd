// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktopportal.h"

#include "sessionbus.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace app::style {

using namespace Qt::StringLiterals;

namespace {

constexpr auto patience = std::chrono::minutes(1);
const auto service = u"org.freedesktop.portal.Desktop"_s;
const auto path = u"/org/freedesktop/portal/desktop"_s;
const auto interface = u"org.freedesktop.portal.Settings"_s;
const auto appearance = u"org.freedesktop.appearance"_s;
const auto colorScheme = u"color-scheme"_s;

// `Read` wraps its answer in one variant more than the signal does.
DesktopPortal::Scheme schemeIn(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    switch (value.toUInt()) {
    case 1:
        return DesktopPortal::Scheme::Dark;
    case 2:
        return DesktopPortal::Scheme::Light;
    default:
        return DesktopPortal::Scheme::NoPreference; // also numbers that are not defined yet
    }
}

} // namespace

void DesktopPortal::listen()
{
    m_connecting = std::jthread([this](const std::stop_token &closing) {
        if (!doesSessionBusAnswer(patience, closing))
            return;
        const QDBusConnection bus = QDBusConnection::sessionBus(); // waits for the bus
        QMetaObject::invokeMethod(
            this, [this, bus] { listenOn(bus); }, Qt::QueuedConnection);
    });
}

void DesktopPortal::listenOn(const QDBusConnection &bus)
{
    if (!bus.isConnected())
        return;
    qRegisterMetaType<QDBusVariant>(); // or the slot is not found
    QDBusConnection connection = bus;
    // Qt 6.4 looks a slot up letter by letter, and would wait for the bus to say who a named service is.
    const auto slot = QMetaObject::normalizedSignature(SLOT(settingChanged(QString, QString, QDBusVariant)));
    connection.connect({}, path, interface, u"SettingChanged"_s, {appearance, colorScheme}, u"ssv"_s, this,
                       slot.constData());
    askOn(bus);
}

void DesktopPortal::askOn(const QDBusConnection &bus)
{
    auto question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question << appearance << colorScheme;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (reply.isValid())
            Q_EMIT schemeTold(schemeIn(reply.value().variant()));
    });
}

void DesktopPortal::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme)
        Q_EMIT schemeTold(schemeIn(value.variant()));
}

} // namespace app::style
