// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "deafbus.h"

#include <app/style/appearance.h>
#include <app/style/desktopportal.h>
#include <app/style/sessionbus.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace app::style;

class TestSessionBus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toUtf8());
    }

    void aRealBusAnswers()
    {
        QProcess daemon;
        const QString place = m_folder.filePath(u"a, bus"_s);
        daemon.start(u"dbus-daemon"_s,
                     {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s,
                      u"--address=unix:path="_s + QString::fromUtf8(place.toUtf8().toPercentEncoding("/"))});
        QVERIFY2(daemon.waitForStarted(), "needs the package dbus-daemon");
        QTRY_VERIFY(daemon.canReadLine());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere;" + daemon.readLine().trimmed());
        QVERIFY(doesSessionBusAnswer(30s));
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        QVERIFY(QFile::link(place, m_folder.filePath(u"bus"_s))); // where it usually is
        QVERIFY(doesSessionBusAnswer(30s));
        doWithoutHangingSessionBus(30s);
        QVERIFY(!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"));
        daemon.kill();
        daemon.waitForFinished();
        QVERIFY(!doesSessionBusAnswer(30s)); // its socket is still there
        QVERIFY(QFile::remove(m_folder.filePath(u"bus"_s)));
    }

    void noBusDoesNotAnswer_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("not wanted") << QByteArray("");
        QTest::newRow("nobody there") << QByteArray("unix:path=/nowhere/bus");
        QTest::newRow("nobody there, without a file") << QByteArray("unix:abstract=/nowhere/bus,guid=1");
        QTest::newRow("a path too long") << "unix:path=/" + QByteArray(300, 'a');
        QTest::newRow("to be started") << QByteArray("autolaunch:");
        QTest::newRow("no address") << QByteArray("bus");
    }
    void noBusDoesNotAnswer()
    {
        QFETCH(QByteArray, address);
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        QVERIFY(!doesSessionBusAnswer(30s));
    }

    void aBusOfAnotherMachineIsLeftToQt()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=127.0.0.1,port=1");
        QVERIFY(doesSessionBusAnswer(0s));
    }

    void aDeafBusIsDoneWithout()
    {
        const tests::style::DeafBus bus;
        QVERIFY(bus.listens());
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address());
        QElapsedTimer since;
        since.start();
        doWithoutHangingSessionBus(200ms);
        QVERIFY(since.elapsed() >= 200);
        QVERIFY2(since.elapsed() < 10'000, "Qt would have waited for 25 seconds");
        QVERIFY(!QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"none"_s).isConnected());
        QVERIFY2(since.elapsed() < 10'000, "it must be refused at once");
    }

    void asksNoLongerThanItIsWanted()
    {
        const tests::style::DeafBus bus;
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address());
        bool answers = true;
        QElapsedTimer since;
        since.start();
        {
            std::jthread asking(
                [&](const std::stop_token &giveUp) { answers = doesSessionBusAnswer(1h, giveUp); });
        }
        QVERIFY(!answers);
        QVERIFY(since.elapsed() < 30'000);
    }

    // The window is there and quick, and closing it does not wait either.
    void aDeafBusDoesNotKeepTheWindow()
    {
        const tests::style::DeafBus bus;
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address());
        QElapsedTimer since;
        since.start();
        {
            const Appearance appearance(*qApp);
            for (int round = 0; round < 20; ++round)
                QCoreApplication::processEvents();
            QTest::qWait(100); // its thread is asking by now
        }
        QVERIFY2(since.elapsed() < 10'000, "Qt would have waited for 25 seconds");
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestSessionBus)
#include "tst_sessionbus.moc"
