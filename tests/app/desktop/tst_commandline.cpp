// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <tests/app/style/deafbus.h>

using namespace Qt::StringLiterals;

namespace {

struct Ended
{
    int exitCode = -1;
    QString data; // standard output
    QString words; // standard error
};

Ended faultline(const QStringList &arguments, bool hasDisplay)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    if (hasDisplay)
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(FAULTLINE_DESKTOP), arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

// What the desktop does before it opens a window.
class TestCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsAboutItself_data();
    void tellsAboutItself();
    void refuses_data();
    void refuses();
#ifdef Q_OS_UNIX
    void endsTidilyWhenToldTo();
    void remembersWhatWasOpen();
#endif
};

void TestCommandLine::tellsAboutItself_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("expected");
    QTest::newRow("help") << u"--help"_s << u"Usage: faultline [options] [SYSTEM.json]\n"_s;
    QTest::newRow("short help") << u"-h"_s << u"\n\nOptions:\n"_s;
    QTest::newRow("version") << u"--version"_s << u"faultline " FAULTLINE_VERSION "\n"_s;
    QTest::newRow("short version") << u"-v"_s << u"faultline " FAULTLINE_VERSION "\n"_s;
}

void TestCommandLine::tellsAboutItself()
{
    QFETCH(QString, argument);
    QFETCH(QString, expected);
    const auto ended = faultline({argument}, false);
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.words, QString());
    QVERIFY2(ended.data.contains(expected), qPrintable(ended.data));
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("hasDisplay");
    QTest::addColumn<QString>("words");
    QTest::newRow("no display") << QStringList() << false << u"faultline-lab run kill-catalogue"_s;
    QTest::newRow("an unknown option") << QStringList{u"--fast"_s} << true << u"'fast'"_s;
    QTest::newRow("two files") << QStringList{u"a.json"_s, u"b.json"_s} << true << u"opens one file"_s;
    QTest::newRow("a file that is not there") << QStringList{u"absent.json"_s} << true << u"absent.json"_s;
}

void TestCommandLine::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, hasDisplay);
    QFETCH(QString, words);
    const auto ended = faultline(arguments, hasDisplay);
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.data, QString());
    QVERIFY2(ended.words.contains(words), qPrintable(ended.words));
}

#ifdef Q_OS_UNIX
// Ctrl+C in the terminal it was started from, or the end of the session: nothing of a run stays.
void TestCommandLine::endsTidilyWhenToldTo()
{
    QTemporaryDir place;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"TMPDIR"_s, place.path());
    environment.insert(u"HOME"_s, place.filePath(u"home"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, place.filePath(u"home"_s));
    environment.insert(u"XDG_DATA_HOME"_s, place.filePath(u"data"_s));
    const tests::style::DeafBus bus; // which must keep nothing from beginning or ending
    QVERIFY(bus.listens());
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, QString::fromUtf8(bus.address()));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(FAULTLINE_DESKTOP), {});
    const QDir work(place.filePath(u"data/faultline/work"_s));
    const auto left = [&work, &place] {
        return work.entryList(QDir::AllEntries | QDir::NoDotAndDotDot)
            + QDir(place.path()).entryList({u"faultline*"_s});
    };
    const auto isBusy = [&work] {
        const auto made = work.entryList({u"shops-*"_s}, QDir::Dirs);
        return !made.isEmpty() && !QDir(work.filePath(made.first() + u"/stores"_s)).isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isBusy(), 30'000);
    process.terminate();
    QVERIFY(process.waitForFinished(20'000)); // Qt would wait for such a bus for 25 s
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(left(), QStringList());
}

void TestCommandLine::remembersWhatWasOpen()
{
    QTemporaryDir place;
    const QString system = place.filePath(u"my shop.json"_s);
    QVERIFY(QFile::copy(QStringLiteral(FAULTLINE_SOURCE_DIR) + u"/resources/systems/shop.json"_s, system));
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    for (const auto &[name, folder] :
         {std::pair(u"XDG_CONFIG_HOME"_s, u"config"_s), std::pair(u"XDG_DATA_HOME"_s, u"data"_s),
          std::pair(u"XDG_STATE_HOME"_s, u"state"_s)})
        environment.insert(name, place.filePath(folder));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(FAULTLINE_DESKTOP), {system});
    QTRY_VERIFY_WITH_TIMEOUT(!QDir(place.filePath(u"data/faultline/work"_s)).isEmpty(), 30'000);
    process.terminate();
    QVERIFY(process.waitForFinished(20'000));
    QFile file(place.filePath(u"state/faultline/workspace.json"_s));
    QVERIFY(file.open(QFile::ReadOnly));
    const auto workspace = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(workspace[u"recentFiles"_s].toArray(), QJsonArray{system});
    QCOMPARE(workspace[u"hintRead"_s].toBool(true), false);
}
#endif

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
