// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/style/appearance.h>
#include <app/style/desktopportal.h>

#include <QApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::style;

// The portal of a desktop whose settings the test chooses.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    void set(const QString &group, const QString &key, uint news)
    {
        value = news;
        Q_EMIT SettingChanged(group, key, QDBusVariant(news));
    }
    void choose(uint news) { set(u"org.freedesktop.appearance"_s, u"color-scheme"_s, news); }
    int asked = 0;
    uint value = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        ++asked;
        const bool known = group == u"org.freedesktop.appearance" && key == u"color-scheme";
        return QDBusVariant(QVariant::fromValue(QDBusVariant(known ? value : 99U)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

class TestDesktopPortal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(u"dbus-daemon"_s,
                       {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s});
        QVERIFY2(m_daemon.waitForStarted(), "needs the package dbus-daemon");
        QTRY_VERIFY(m_daemon.canReadLine());
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toUtf8());
        QVERIFY(bus(u"desktop"_s).isConnected());
    }
    void init()
    {
        m_portal = std::make_unique<Portal>();
        QVERIFY(bus(u"desktop"_s)
                    .registerObject(u"/org/freedesktop/portal/desktop"_s, m_portal.get(),
                                    QDBusConnection::ExportAllContents));
        QVERIFY(bus(u"desktop"_s).registerService(u"org.freedesktop.portal.Desktop"_s));
    }
    void cleanup()
    {
        bus(u"desktop"_s).unregisterService(u"org.freedesktop.portal.Desktop"_s);
        m_portal.reset();
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"desktop"_s);
        QDBusConnection::disconnectFromBus(u"program"_s);
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void saysWhatIsWishedAtStartAndEachChange()
    {
        using Scheme = DesktopPortal::Scheme;
        m_portal->value = 1;
        DesktopPortal portal;
        QList<Scheme> told;
        connect(&portal, &DesktopPortal::schemeTold, this, [&](Scheme scheme) { told << scheme; });
        portal.listenOn(bus(u"program"_s));
        QCOMPARE(told, QList<Scheme>()); // it has not waited
        QTRY_COMPARE(told, QList<Scheme>{Scheme::Dark});
        m_portal->choose(2);
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(told.last(), Scheme::Light);
        m_portal->set(u"org.freedesktop.appearance"_s, u"contrast"_s, 1);
        m_portal->set(u"org.gnome.desktop.interface"_s, u"color-scheme"_s, 1);
        m_portal->choose(7); // of a future version
        QTRY_COMPARE(told.size(), 3);
        QCOMPARE(told.last(), Scheme::NoPreference);
    }

    void contrastAndStillnessAreFollowed()
    {
        Appearance appearance(*qApp);
        QTRY_VERIFY(m_portal->asked >= 4); // it listens, and has asked for each wish
        QVERIFY(!appearance.theme().isHighContrast());
        m_portal->set(u"org.freedesktop.appearance"_s, u"contrast"_s, 1);
        QTRY_VERIFY(appearance.theme().isHighContrast());
        m_portal->set(u"org.freedesktop.appearance"_s, u"contrast"_s, 0);
        QTRY_VERIFY(!appearance.theme().isHighContrast());
        Q_EMIT m_portal->SettingChanged(u"org.gnome.desktop.interface"_s, u"enable-animations"_s,
                                        QDBusVariant(false));
        QTRY_VERIFY(appearance.theme().isStill());
        appearance.setMotion(Motion::Full); // a person's choice counts more
        QVERIFY(!appearance.theme().isStill());
    }

    void theProgramFollowsWhileItRuns()
    {
        m_portal->choose(1);
        Appearance appearance(*qApp);
        const bool byPlatform = appearance.theme().isDark();
        QTRY_VERIFY(m_portal->asked > 0);
        QTRY_VERIFY(appearance.theme().isDark());
        m_portal->choose(2);
        QTRY_VERIFY(!appearance.theme().isDark());
        appearance.setPreference(Preference::Dark); // a person's choice counts more
        QSignalSpy changed(&appearance, &Appearance::themeChanged);
        m_portal->choose(1);
        QTRY_COMPARE(changed.size(), 1);
        m_portal->choose(2);
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(appearance.theme().isDark());
        appearance.setPreference(Preference::System);
        QVERIFY(!appearance.theme().isDark());
        m_portal->choose(0);
        QTRY_COMPARE(changed.size(), 4);
        QCOMPARE(appearance.theme().isDark(), byPlatform);
    }

    void withoutAPortalOrABusNothingIsSaid()
    {
        bus(u"desktop"_s).unregisterService(u"org.freedesktop.portal.Desktop"_s);
        DesktopPortal portal;
        QSignalSpy told(&portal, &DesktopPortal::schemeTold);
        portal.listenOn(bus(u"program"_s));
        portal.listenOn(QDBusConnection(u"no such bus"_s));
        auto *question = portal.findChild<QObject *>();
        QVERIFY(question != nullptr);
        QSignalSpy answered(question, &QObject::destroyed);
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(told.size(), 0);
    }

private:
    QDBusConnection bus(const QString &name) const { return QDBusConnection::connectToBus(m_address, name); }

    QProcess m_daemon;
    QString m_address;
    std::unique_ptr<Portal> m_portal;
};

QTEST_MAIN(TestDesktopPortal)
#include "tst_desktopportal.moc"
