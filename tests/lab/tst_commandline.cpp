// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <tests/model/schema/outputs.h>

using namespace Qt::StringLiterals;
using namespace tests::lab;

namespace {

const QString shopFile = QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json");

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

// Arguments, files, exit codes, and what goes where.
class TestCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void refusesWrongArguments_data();
    void refusesWrongArguments();
    void helpsOnStdout_data();
    void helpsOnStdout();
    void tellsItsVersion();
    void findsNothingWrongWithTheShop();
    void findsEachMistakeOfASystem();
    void refusesFilesThatAreNone_data();
    void refusesFilesThatAreNone();
    void drawsTheShop_data();
    void drawsTheShop();
    void generatesTheSameSystemEachTime();
    void predictsWhatAFaultDoes();
    void ranksSingleLosses();
    void tellsEachFault();
    void saysWhenStdoutIsFull();
    void refusesAFolderItCannotWriteTo();
    void refusesABusyPort();
    void refusesACorruptDatabase();

private:
    QTemporaryDir m_folder;
};

void TestCommandLine::initTestCase()
{
    write(m_folder.filePath(u"broken.json"_s), R"({"formatVersion": 1, "id": "Bad Id", "nonsense": 1})");
    write(m_folder.filePath(u"text.json"_s), "hello");
    QFile huge(m_folder.filePath(u"huge.json"_s));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(100 * 1024 * 1024));
}

void TestCommandLine::refusesWrongArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, QStringList arguments, QString words) {
        QTest::newRow(name) << arguments << words;
    };
    row("no command", {}, u"Usage: faultline-lab COMMAND"_s);
    row("an unknown command", {u"fly"_s}, u"There is no command \"fly\""_s);
    row("an unknown option", {u"check"_s, u"--fast"_s}, u"fast"_s);
    row("no file to check", {u"check"_s}, u"check takes 1 file names, not 0"_s);
    row("no scenario", {u"run"_s}, u"run takes 1 file names, not 0"_s);
    row("an argument too many", {u"serve"_s, u"x"_s}, u"serve takes 0 file names, not 1"_s);
    row("an unknown format", {u"layout"_s, u"--format"_s, u"png"_s}, u"Write svg or dot"_s);
    row("a size that is none", {u"generate"_s, u"--capabilities"_s, u"9..6"_s}, u"not a size"_s);
    row("too large a size", {u"generate"_s, u"--capabilities"_s, u"51"_s}, u"from 3 to 50"_s);
    row("unknown policies", {u"verify"_s, u"--policies"_s, u"some"_s}, u"Write none, usual or all"_s);
    row("a share that is none", {u"verify"_s, u"--at-least"_s, u"2"_s}, u"from 0 to 1"_s);
    row("one instance only", {u"verify"_s, u"--instances"_s, u"1"_s}, u"from 2 to 8"_s);
    row("an unknown fault", {u"verify"_s, u"--fault"_s, u"trip:catalogue"_s}, u"trip"_s);
    row("pairs and a fault", {u"verify"_s, u"--pairs"_s, u"--fault"_s, u"crash:cart"_s}, u"not both"_s);
    row("random systems and a fault", {u"verify"_s, u"--random"_s, u"2"_s, u"--fault"_s, u"crash:cart"_s},
        u"leave"_s);
    row("nothing to predict", {u"predict"_s}, u"name a fault"_s);
    row("no such fault", {u"predict"_s, u"--fault"_s, u"crsh:cart"_s}, u"Did you mean \"crash\"?"_s);
    row("no such instance", {u"predict"_s, u"--fault"_s, u"crash:cart#2"_s}, u"cart has 1 instance"_s);
    row("a fault of another fleet", {u"predict"_s, u"--fault"_s, u"crash:cart@monolith"_s},
        u"Write --packaging monolith"_s);
    row("unknown policies to predict with", {u"predict"_s, u"--rank"_s, u"--policies"_s, u"some"_s},
        u"Write one of none, usual, all"_s);
    row("a moment that is none", {u"predict"_s, u"--rank"_s, u"--after"_s, u"0"_s}, u"from 1 to 3600"_s);
    row("an unknown packaging", {u"layout"_s, u"--packaging"_s, u"heap"_s},
        u"neither a file nor one of monolith"_s);
    row("two packagings for one picture",
        {u"layout"_s, u"--packaging"_s, u"monolith"_s, u"--packaging"_s, u"by-team"_s},
        u"Name one of them"_s);
    row("the same packaging twice",
        {u"serve"_s, u"--packaging"_s, u"monolith"_s, u"--packaging"_s, u"monolith"_s},
        u"Two packagings are called \"monolith\""_s);
    row("an unknown safeguard", {u"serve"_s, u"--without"_s, u"belt"_s}, u"Write one of outbox"_s);
    row("nothing to audit", {u"audit"_s}, u"Name either --data or --url"_s);
    row("a folder without books", {u"audit"_s, u"--data"_s, m_folder.path()},
        u"No fleet has kept its books"_s);
    row("fleets elsewhere", {u"audit"_s, u"--url"_s, u"http://example.test:80"_s}, u"Write control.url"_s);
    row("a load of nobody", {u"capacity"_s, u"--loads"_s, u"20,0"_s}, u"--loads: \"0\" is no load"_s);
    row("an error below nothing", {u"capacity"_s, u"--at-most"_s, u"-1"_s},
        u"--at-most: \"-1\" is no error"_s);
    row("instances of nothing", {u"capacity"_s, u"--instances"_s, u"catalog=2"_s}, u"--instances: "_s);
    row("instances without a number", {u"capacity"_s, u"--instances"_s, u"catalogue"_s},
        u"such as catalogue=2"_s);
    row("two packagings at a time",
        {u"capacity"_s, u"--packaging"_s, u"monolith"_s, u"--packaging"_s, u"by-team"_s},
        u"One packaging at a time"_s);
    row("a seed that is no number", {u"serve"_s, u"--seed"_s, u"red"_s}, u"--seed: \"red\" is not a seed"_s);
    row("too many shoppers", {u"serve"_s, u"--shoppers"_s, u"1000000"_s},
        u"--shoppers: \"1000000\" is not allowed"_s);
    row("a port out of range", {u"serve"_s, u"--port-base"_s, u"70000"_s}, u"--port-base"_s);
    row("no broker's URL", {u"serve"_s, u"--broker"_s, u"http://shop:secret@localhost"_s},
        u"--broker: No broker is known by such a URL"_s);
    row("a broker that is not there", {u"serve"_s, u"--broker"_s, u"amqp://shop:secret@127.0.0.1:1"_s},
        u"No RabbitMQ answers at amqp://127.0.0.1:1"_s);
    row("a broker that is not there, in a run",
        {u"run"_s, u"kill-catalogue"_s, u"--broker"_s, u"amqp://shop:secret@127.0.0.1:1"_s},
        u"No RabbitMQ answers at amqp://127.0.0.1:1"_s);
    row("a scenario that is not there", {u"run"_s, u"nowhere.json"_s}, u"nowhere.json"_s);
    row("a system that is not there", {u"run"_s, u"kill-catalogue"_s, u"--system"_s, u"no.json"_s},
        u"no.json"_s);
}

void TestCommandLine::refusesWrongArguments()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, words);
    const auto ended = lab(arguments);
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.data, QByteArray());
    QVERIFY2(ended.words.contains(words), qPrintable(ended.words));
    QVERIFY2(!ended.words.contains(u"secret"_s), qPrintable(ended.words));
}

void TestCommandLine::helpsOnStdout_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("the program") << QStringList{u"--help"_s} << QByteArray("Commands:");
    QTest::newRow("run") << QStringList{u"run"_s, u"--help"_s}
                         << QByteArray("Usage: faultline-lab run [options] SCENARIO.json\n");
    QTest::newRow("serve") << QStringList{u"serve"_s, u"--help"_s} << QByteArray("--shoppers");
    QTest::newRow("audit") << QStringList{u"audit"_s, u"--help"_s} << QByteArray("--token");
    QTest::newRow("the broker") << QStringList{u"serve"_s, u"--help"_s} << QByteArray("--broker <URL>");
    QTest::newRow("capacity") << QStringList{u"capacity"_s, u"--help"_s} << QByteArray("--instances");
    QTest::newRow("check") << QStringList{u"check"_s, u"--help"_s} << QByteArray("SYSTEM.json");
    QTest::newRow("predict") << QStringList{u"predict"_s, u"-h"_s} << QByteArray("--rank");
    QTest::newRow("faults") << QStringList{u"faults"_s, u"-h"_s} << QByteArray("--json");
    QTest::newRow("generate") << QStringList{u"generate"_s, u"-h"_s} << QByteArray("--capabilities");
    QTest::newRow("verify") << QStringList{u"verify"_s, u"-h"_s} << QByteArray("--at-least");
    QTest::newRow("layout") << QStringList{u"layout"_s, u"-h"_s} << QByteArray("--format");
}

void TestCommandLine::helpsOnStdout()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, expected);
    const auto ended = lab(arguments);
    QCOMPARE(ended.exitCode, 0);
    QVERIFY2(ended.data.contains(expected), ended.data.constData());
    QCOMPARE(ended.words, QString());
}

void TestCommandLine::tellsItsVersion()
{
    const auto ended = lab({u"--version"_s});
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.data, QByteArray("faultline-lab " FAULTLINE_VERSION "\n"));
}

void TestCommandLine::findsNothingWrongWithTheShop()
{
    const auto ended = lab({u"check"_s, shopFile});
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(ended.data, QByteArray());
    QVERIFY2(ended.words.contains(u"all is well"_s) && ended.words.contains(u"11 capabilities"_s),
             qPrintable(ended.words));
}

void TestCommandLine::findsEachMistakeOfASystem()
{
    const auto file = m_folder.filePath(u"broken.json"_s);
    const auto ended = lab({u"check"_s, file});
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.data, QByteArray());
    const auto lines = ended.words.split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 3);
    for (const auto &line : lines)
        QVERIFY2(line.startsWith(file + u'#'), qPrintable(line));
    QVERIFY(ended.words.contains(u"#/id: "_s));
    QVERIFY(ended.words.contains(u"#/nonsense: "_s));
}

void TestCommandLine::refusesFilesThatAreNone_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("not there") << m_folder.filePath(u"absent.json"_s);
    QTest::newRow("a folder") << m_folder.path();
    QTest::newRow("not JSON") << m_folder.filePath(u"text.json"_s);
    QTest::newRow("100 MB") << m_folder.filePath(u"huge.json"_s);
    QTest::newRow("a device") << u"/dev/zero"_s;
}

void TestCommandLine::refusesFilesThatAreNone()
{
    QFETCH(QString, file);
    for (const auto &arguments : {QStringList{u"check"_s, file}, QStringList{u"run"_s, file},
                                  QStringList{u"layout"_s, u"--system"_s, file},
                                  QStringList{u"run"_s, u"kill-catalogue"_s, u"--packaging"_s, file}}) {
        const auto ended = lab(arguments);
        QCOMPARE(ended.exitCode, 2);
        QCOMPARE(ended.data, QByteArray());
        QVERIFY2(ended.words.contains(file), qPrintable(ended.words));
    }
}

void TestCommandLine::drawsTheShop_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("a picture") << QStringList{} << QByteArray("<");
    QTest::newRow("a picture of the monolith")
        << QStringList{u"--packaging"_s, u"monolith"_s} << QByteArray("<");
    QTest::newRow("for Graphviz") << QStringList{u"--format"_s, u"dot"_s} << QByteArray("digraph");
}

void TestCommandLine::drawsTheShop()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, begin);
    const auto ended = lab(QStringList{u"layout"_s} + arguments);
    QCOMPARE(ended.exitCode, 0);
    QVERIFY(ended.data.startsWith(begin));
    QVERIFY(ended.data.toLower().contains("catalogue"));
    QCOMPARE(ended.words, QString());
    QCOMPARE(lab(QStringList{u"layout"_s} + arguments).data, ended.data); // the same each time
}

void TestCommandLine::generatesTheSameSystemEachTime()
{
    const QString file = m_folder.filePath(u"random.json"_s);
    QCOMPARE(lab({u"generate"_s, u"--seed"_s, u"7"_s, u"--output"_s, file}).exitCode, 0);
    const auto checked = lab({u"check"_s, file});
    QVERIFY2(checked.exitCode == 0, qPrintable(checked.words));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), lab({u"generate"_s, u"--seed"_s, u"7"_s}).data);
    QVERIFY(lab({u"generate"_s, u"--seed"_s, u"8"_s}).data != lab({u"generate"_s, u"--seed"_s, u"7"_s}).data);
    QVERIFY(lab({u"generate"_s, u"--seed"_s, u"7"_s, u"--slower"_s, u"5"_s}).data
            != lab({u"generate"_s, u"--seed"_s, u"7"_s}).data);
    QCOMPARE(lab({u"generate"_s, u"--slower"_s, u"0"_s}).exitCode, 2);
    QCOMPARE(lab({u"generate"_s, u"--output"_s, u"/nowhere/x.json"_s}).exitCode, 2);
}

void TestCommandLine::predictsWhatAFaultDoes()
{
    const QStringList arguments{u"predict"_s, u"--fault"_s, u"crash:catalogue"_s};
    const auto ended = lab(arguments + QStringList{u"--json"_s});
    QCOMPARE(ended.exitCode, 0);
    const auto json = QJsonDocument::fromJson(ended.data).object();
    QCOMPARE(tests::schema::outputFaults(u"prediction"_s, json), QStringList());
    auto without = json;
    without.remove(u"endpoints"_s);
    QVERIFY(!tests::schema::outputFaults(u"prediction"_s, without).isEmpty()); // it can find fault
    QCOMPARE(json[u"faults"_s].toArray(), QJsonArray{u"crash:catalogue"_s});
    QCOMPARE(json[u"packaging"_s].toString(), u"microservices"_s);
    const auto browse = json[u"journeys"_s].toObject()[u"browse"_s].toObject();
    QCOMPARE(browse[u"state"_s].toString(), u"down"_s);
    QCOMPARE(browse[u"why"_s].toString(), u"Storefront needs Catalogue; Catalogue has crashed"_s);
    const auto search = json[u"journeys"_s].toObject()[u"search"_s].toObject();
    QCOMPARE(search[u"state"_s].toString(), u"working"_s);
    const auto endpoint
        = json[u"endpoints"_s].toObject()[u"recommendations GET /recommendations"_s].toObject();
    QCOMPARE(endpoint[u"state"_s].toString(), u"degraded"_s);
    const auto table = lab(arguments + QStringList{u"--packaging"_s, u"monolith"_s});
    QVERIFY2(table.data.contains("Catalogue has crashed, and all of Shop with it"), table.data.constData());
    QVERIFY2(table.data.startsWith("Monolith: Catalogue has crashed (every state"), table.data.constData());
}

void TestCommandLine::ranksSingleLosses()
{
    const auto ended = lab({u"predict"_s, u"--rank"_s, u"--json"_s});
    QCOMPARE(ended.exitCode, 0);
    const auto rows = QJsonDocument::fromJson(ended.data).array();
    QCOMPARE(tests::schema::outputFaults(u"ranking"_s, rows), QStringList());
    QCOMPARE(rows.first().toObject()[u"fault"_s].toString(), u"crash:storefront"_s);
    QCOMPARE(rows.first().toObject()[u"lostShare"_s].toDouble(), 1.0);
    QVERIFY(lab({u"predict"_s, u"--rank"_s}).data.contains("everything"));
}

void TestCommandLine::tellsEachFault()
{
    const auto rows = QJsonDocument::fromJson(lab({u"faults"_s, u"--json"_s}).data).array();
    QCOMPARE(rows.size(), 30);
    const auto words = lab({u"faults"_s}).data;
    for (const auto &row : rows)
        QVERIFY(words.contains(row.toObject()[u"kind"_s].toString().toLatin1()));
}

void TestCommandLine::saysWhenStdoutIsFull()
{
    if (!QFileInfo::exists(u"/dev/full"_s))
        QSKIP("This system has no /dev/full");
    for (const auto &arguments : {QStringList{u"layout"_s}, QStringList{u"--help"_s}}) {
        auto process = std::make_unique<QProcess>();
        process->setStandardOutputFile(u"/dev/full"_s);
        process->start(start({u"--version"_s})->program(), arguments);
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitCode(), 2);
        QVERIFY(process->readAllStandardError().contains("Is the disk full"));
    }
}

void TestCommandLine::refusesAFolderItCannotWriteTo()
{
    // /proc takes no files, whoever asks; the other one has a file where a folder should be.
    for (const auto &folder : {u"/proc/faultline"_s, m_folder.filePath(u"text.json/data"_s)}) {
        for (const auto &command : {QStringList{u"serve"_s}, QStringList{u"run"_s, u"kill-catalogue"_s}}) {
            const auto ended = lab(command + QStringList{u"--data"_s, folder});
            QCOMPARE(ended.exitCode, 2);
            QCOMPARE(ended.data, QByteArray());
            QVERIFY2(ended.words.contains(folder), qPrintable(ended.words));
        }
    }
}

void TestCommandLine::refusesABusyPort()
{
    QTcpServer busy;
    QVERIFY(busy.listen(QHostAddress::LocalHost));
    const auto port = QString::number(busy.serverPort());
    const auto ended = lab({u"serve"_s, u"--packaging"_s, u"monolith"_s, u"--port-base"_s, port});
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.data, QByteArray());
    QVERIFY2(ended.words.contains(port), qPrintable(ended.words));
}

void TestCommandLine::refusesACorruptDatabase()
{
    const auto data = m_folder.filePath(u"data"_s);
    const auto first = start({u"serve"_s, u"--packaging"_s, u"monolith"_s, u"--data"_s, data});
    QVERIFY(!readLine(*first).isEmpty());
    first->terminate();
    QVERIFY(first->waitForFinished());
    QCOMPARE(first->exitCode(), 0);
    const auto audited = lab({u"audit"_s, u"--data"_s, data, u"--json"_s});
    QVERIFY2(audited.exitCode == 0, qPrintable(audited.words));
    QCOMPARE(tests::schema::outputFaults(u"audit"_s, QJsonDocument::fromJson(audited.data).object()),
             QStringList());

    const auto file = data + u"/monolith/shop.db"_s;
    QVERIFY2(QFileInfo::exists(file), qPrintable(file));
    const QByteArray rubbish(64 * 1024, 'x');
    write(file, rubbish);
    QFile::remove(file + u"-wal"_s);
    QFile::remove(file + u"-shm"_s);
    const auto ended = lab({u"serve"_s, u"--packaging"_s, u"monolith"_s, u"--data"_s, data});
    QCOMPARE(ended.exitCode, 2);
    QCOMPARE(ended.data, QByteArray());
    QVERIFY2(ended.words.contains(u"shop.db"_s), qPrintable(ended.words));
    const auto unread = lab({u"audit"_s, u"--data"_s, data});
    QCOMPARE(unread.exitCode, 1);
    QVERIFY2(unread.data.contains("could not be read"), unread.data.constData());
    QFile kept(file);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), rubbish); // nobody has "repaired" it
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
