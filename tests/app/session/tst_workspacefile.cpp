// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/session/workspacefile.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::session;
using model::layout::NodeId;
using model::layout::NodeKind;

class TestWorkspaceFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasArrangedIsThereNextTime()
    {
        const QTemporaryDir folder;
        const WorkspaceFile file(folder.filePath(u"deep/er/workspace.json"_s));
        QCOMPARE(file.load().workspace, Workspace());
        const auto saved = file.save(some());
        QVERIFY(saved.has_value());
        const auto loaded = file.load();
        QCOMPARE(loaded.workspace, some());
        QVERIFY(loaded.notice.isEmpty());
    }

    void isNobodyElsesBusiness()
    {
        const QTemporaryDir folder;
        const WorkspaceFile file(folder.filePath(u"workspace.json"_s));
        QVERIFY(file.save(some()).has_value());
        QVERIFY(!(QFile(file.path()).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void keepsTheConsolesOfFewSystems()
    {
        Workspace workspace;
        for (int system = 0; system < 100; ++system)
            workspace.noteConsole(QString::number(system), {{u"a"_s, system}});
        QVERIFY(workspace.consoles.size() <= 5);
        QCOMPARE(workspace.consoles[u"99"_s][u"a"_s].toInt(), 99);
    }

    void theConsoleThatWasUsedLongestAgoGoes()
    {
        Workspace workspace;
        for (const auto &system : {u"shop"_s, u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            workspace.noteConsole(system, {{u"of"_s, system}});
        workspace.noteConsole(u"shop"_s, {{u"of"_s, u"shop, again"_s}});
        auto later = Workspace::fromJson(workspace.toJson()); // at the next start
        QVERIFY(later.has_value());
        later->noteConsole(u"e"_s, {{u"of"_s, u"e"_s}});
        QVERIFY(!later->consoles.contains(u"a"_s));
        QCOMPARE(later->recentConsoles, (QStringList{u"e"_s, u"shop"_s, u"d"_s, u"c"_s, u"b"_s}));
        QCOMPARE(later->consoles[u"shop"_s][u"of"_s].toString(), u"shop, again"_s);
        later->noteConsole(u"f"_s, {});
        QVERIFY(!later->consoles.contains(u"b"_s));
        QCOMPARE(later->consoles.size(), 5);
    }

    void consolesOfAnOlderFileGoFirst()
    {
        auto older = Workspace::fromJson(
            {{u"formatVersion"_s, 1},
             {u"consoles"_s, QJsonObject{{u"a"_s, QJsonObject{}}, {u"z"_s, QJsonObject{}}}}});
        QVERIFY(older.has_value());
        for (const auto &system : {u"1"_s, u"2"_s, u"3"_s, u"4"_s})
            older->noteConsole(system, {});
        QVERIFY(older->consoles.contains(u"a"_s) && !older->consoles.contains(u"z"_s));
    }

    void livesWhereProgramsRememberThings()
    {
        const QTemporaryDir folder;
        qputenv("XDG_STATE_HOME", folder.path().toUtf8());
        QCOMPARE(WorkspaceFile().path(), folder.filePath(u"faultline/workspace.json"_s));
        qputenv("XDG_STATE_HOME", "not/absolute");
        QCOMPARE(WorkspaceFile().path(), QDir::homePath() + u"/.local/state/faultline/workspace.json"_s);
        qunsetenv("XDG_STATE_HOME");
    }

    void aDamagedFileIsSetAside_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("another format") << QByteArray(R"({"formatVersion": 7})");
        QTest::newRow("a place without a number") << QByteArray(
            R"({"formatVersion": 1, "placements": {"a/b": {"unit:c": {"x": "left", "y": 1}}}})");
        QTest::newRow("a place nobody can reach")
            << QByteArray(R"({"formatVersion": 1, "placements": {"a/b": {"unit:c": {"x": 1e300, "y": 1}}}})");
        QTest::newRow("an unknown kind")
            << QByteArray(R"({"formatVersion": 1, "placements": {"a/b": {"moon:c": {"x": 1, "y": 1}}}})");
        QTest::newRow("a console that is no text")
            << QByteArray(R"({"formatVersion": 1, "recentConsoles": [7]})");
        QTest::newRow("a file that is no text") << QByteArray(R"({"formatVersion": 1, "recentFiles": [7]})");
    }
    void aDamagedFileIsSetAside()
    {
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        const WorkspaceFile file(folder.filePath(u"workspace.json"_s));
        QFile raw(file.path());
        QVERIFY(raw.open(QIODevice::WriteOnly));
        raw.write(bytes);
        raw.close();
        const auto loaded = file.load();
        QCOMPARE(loaded.workspace, Workspace());
        QVERIFY(loaded.notice.contains(u"damaged"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
        QVERIFY(!QFile::exists(file.path()));
    }

    void whatCannotBeSavedIsSaid()
    {
        const QTemporaryDir folder;
        QFile blocking(folder.filePath(u"file"_s));
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        const auto saved = WorkspaceFile(folder.filePath(u"file/workspace.json"_s)).save(some());
        QVERIFY(!saved.has_value());
        QVERIFY(saved.error().message.contains(u"could not be saved"));
    }

    void recentFilesAreFewAndTheNewestComesFirst()
    {
        Workspace workspace;
        for (int file = 0; file < 14; ++file)
            workspace.noteFile(u"/%1.json"_s.arg(file));
        workspace.noteFile(u"/9.json"_s);
        QCOMPARE(workspace.recentFiles.size(), 10);
        QCOMPARE(workspace.recentFiles.front(), u"/9.json"_s);
        QCOMPARE(workspace.recentFiles.count(u"/9.json"_s), 1);
    }

private:
    static Workspace some()
    {
        Workspace workspace;
        const NodeId cart{NodeKind::Unit, u"cart: the one"_s};
        auto &placement = workspace.placements[u"shop/monolith"_s];
        placement.centres[cart] = {10.5, -3};
        placement.centres[{NodeKind::Shoppers, {}}] = {0, 0};
        placement.pinned.insert(cart);
        workspace.recentFiles = {u"/a.json"_s};
        workspace.recentActs = {u"theme.dark"_s, u"file/…"_s};
        workspace.noteConsole(u"shop"_s, {{u"variables"_s, QJsonObject{{u"order"_s, u"o-1"_s}}}});
        workspace.isHintRead = true;
        return workspace;
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceFile)
#include "tst_workspacefile.moc"
