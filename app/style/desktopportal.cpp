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

struct Wish
{
    QString group;
    QString key;
};
const Wish colorScheme{u"org.freedesktop.appearance"_s, u"color-scheme"_s};
const Wish contrast{u"org.freedesktop.appearance"_s, u"contrast"_s};
const Wish accessContrast{u"org.gnome.desktop.a11y.interface"_s, u"high-contrast"_s};
const Wish animations{u"org.gnome.desktop.interface"_s, u"enable-animations"_s};

// `Read` wraps its answer in one variant more than the signal does.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

DesktopPortal::Scheme schemeOf(const QVariant &value)
{
    switch (value.toUInt()) {
    case 1:
        return DesktopPortal::Scheme::Dark;
    case 2:
        return DesktopPortal::Scheme::Light;
    default:
        return DesktopPortal::Scheme::NoPreference; // also numbers that are not defined yet
    }
}

bool isFlag(const QVariant &value)
{
    return value.metaType() == QMetaType::fromType<bool>();
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
    for (const auto &[group, key] : {colorScheme, contrast, accessContrast, animations}) {
        connection.connect({}, path, interface, u"SettingChanged"_s, {group, key}, u"ssv"_s, this,
                           slot.constData());
        ask(bus, group, key);
    }
}

void DesktopPortal::ask(const QDBusConnection &bus, const QString &group, const QString &key)
{
    auto question = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    question << group << key;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (reply.isValid())
            tell(group, key, unwrapped(reply.value().variant()));
    });
}

void DesktopPortal::tell(const QString &group, const QString &key, const QVariant &value)
{
    const auto is = [&](const Wish &wish) { return group == wish.group && key == wish.key; };
    if (is(colorScheme))
        Q_EMIT schemeTold(schemeOf(value));
    if (is(contrast) || (is(accessContrast) && isFlag(value))) {
        (is(contrast) ? m_contrast : m_accessContrast) = value.toUInt() == 1; // whichever a desktop knows
        Q_EMIT contrastTold(m_contrast || m_accessContrast);
    }
    if (is(animations) && isFlag(value))
        Q_EMIT stillnessTold(!value.toBool());
}

void DesktopPortal::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    tell(group, key, unwrapped(value.variant()));
}

} // namespace app::style
