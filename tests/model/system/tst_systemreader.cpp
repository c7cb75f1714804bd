// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/system/systemreader.h>

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <tests/model/schema/jsonedit.h>

#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace model::system;
using namespace std::chrono_literals;
using model::result::Kind;

// What the reader makes of good files, and of files that are no systems at all.
class TestSystemReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheShop();
    void readsEachPartOfAnEndpoint();
    void readsJourneys();
    void fillsInDefaults();
    void readsEachShippedSystem_data();
    void readsEachShippedSystem();
    void looksUpById();
    void refusesFiles_data();
    void refusesFiles();
    void refusesAPipeAndADevice();
    void refusesWhatCannotBeOpened();
    void answersToHugeFilesUnread();
    void limitsTheNumberOfErrors();
    void findsALongCircleWithoutDeepRecursion();
    void survivesTruncation();
    void survivesGarbledBytes_data();
    void survivesGarbledBytes();

private:
    static QString write(const QTemporaryDir &folder, const QByteArray &text);
    static System shop();
    const QByteArray m_text = tests::schema::sourceFile(u"resources/systems/shop.json"_s);
};

QString TestSystemReader::write(const QTemporaryDir &folder, const QByteArray &text)
{
    QFile file(folder.filePath(u"system.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("Cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

System TestSystemReader::shop()
{
    return SystemReader::readFile(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"))
        .value();
}

void TestSystemReader::readsTheShop()
{
    const System system = shop();
    QCOMPARE(system.id, u"shop"_s);
    QCOMPARE(system.components, u"shop"_s);
    QCOMPARE(system.entry.value, u"storefront"_s);
    QCOMPARE(system.capabilities.size(), 11U);
    QCOMPARE(system.teams.size(), 7U);
    QCOMPARE(system.topics.size(), 3U);
    QCOMPARE(system.journeys.size(), 10U);
    const auto boot = std::accumulate(system.capabilities.begin(), system.capabilities.end(), 0ms,
                                      [](auto sum, const Capability &each) { return sum + each.bootTime; });
    QVERIFY(boot > 1800ms && boot < 2000ms); // the monolith's; the scenarios lean on it
    QVERIFY(system.capability({u"storefront"_s})->owns.empty());
}

void TestSystemReader::readsEachPartOfAnEndpoint()
{
    const System system = shop();
    const Endpoint *home = system.endpoint({{u"storefront"_s}, u"GET /home"_s});
    QVERIFY(home != nullptr);
    QCOMPARE(home->serviceTime, 2ms);
    QVERIFY(home->idempotent);
    QCOMPARE(home->calls.size(), 2U);
    QCOMPARE(home->calls[0].to, (EndpointId{{u"recommendations"_s}, u"GET /recommendations"_s}));
    QCOMPARE(home->calls[0].necessity, Necessity::Optional);
    QCOMPARE(home->calls[0].fallback, u"best sellers"_s);
    const Endpoint *checkOut = system.endpoint({{u"orders"_s}, u"POST /orders"_s});
    QVERIFY(checkOut->idempotent);
    QCOMPARE(checkOut->calls.size(), 6U);
    QVERIFY(std::ranges::all_of(checkOut->calls,
                                [](const Call &call) { return call.necessity == Necessity::Required; }));
    QVERIFY(!system.endpoint({{u"accounts"_s}, u"POST /accounts"_s})->idempotent);
}

void TestSystemReader::readsJourneys()
{
    const System system = shop();
    const Journey *receipt = system.journey({u"receipt"_s});
    QVERIFY(receipt != nullptr);
    QCOMPARE(receipt->given, Given::PlacedOrder);
    QCOMPARE(receipt->weight, 4.0);
    const Step &step = receipt->steps.front();
    QVERIFY(step.authorised);
    QCOMPARE(step.query.value(u"order"_s), u"{order}"_s);
    QVERIFY(step.until.has_value());
    QCOMPARE(step.until->pointer, u"/items"_s);
    QCOMPARE(step.until->lateAfter, 2000ms);
    QCOMPARE(step.until->lostAfter, 15000ms);
    const Journey *browse = system.journey({u"browse"_s});
    QCOMPARE(browse->steps[0].captures.value(u"shown"_s), u"/items/0/id"_s);
    QCOMPARE(browse->steps[1].path.value(u"id"_s), u"{shown}"_s);
    QCOMPARE(browse->steps[1].endpoint.capability, system.entry);
    QCOMPARE(system.journey({u"check-out"_s})->steps[0].expectedStatus, 201);
    QCOMPARE(system.journey({u"add-to-cart"_s})->steps[0].body.value(u"quantity"_s).toInt(), 1);
}

void TestSystemReader::fillsInDefaults()
{
    const auto system = SystemReader::readText(R"({
        "formatVersion": 1, "id": "s", "title": "S", "components": "synthetic", "entry": "a",
        "teams": [{"id": "t", "title": "T"}],
        "capabilities": [{"id": "a", "title": "A", "purpose": "P", "team": "t",
            "endpoints": [{"operation": "POST /", "summary": "S", "serviceTimeMs": 0.0005}]}],
        "journeys": [{"id": "j", "title": "J", "steps": [{"operation": "POST /"}]}]})",
                                               u"s.json"_s);
    QVERIFY(system.has_value());
    const Capability &capability = system->capabilities.front();
    QCOMPARE(capability.workers, 8);
    QCOMPARE(capability.queueLimit, 64);
    QCOMPARE(capability.inFlightLimit, 256);
    QCOMPARE(capability.bootTime, 200ms);
    QCOMPARE(capability.endpoints.front().serviceTime, 0us); // to the microsecond, half to even
    QVERIFY(!capability.endpoints.front().idempotent);
    QCOMPARE(system->journeys.front().weight, 1.0);
    QCOMPARE(system->journeys.front().given, Given::Nobody);
    QCOMPARE(system->journeys.front().steps.front().expectedStatus, 200);
}

void TestSystemReader::readsEachShippedSystem_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems"));
    for (const QString &name : folder.entryList({u"*.json"_s}))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestSystemReader::readsEachShippedSystem()
{
    QFETCH(QString, path);
    const auto system = SystemReader::readFile(path);
    QVERIFY2(system.has_value(), system ? "" : qPrintable(system.error().front().message));
}

void TestSystemReader::looksUpById()
{
    const System system = shop();
    QVERIFY(system.capability({u"nothing"_s}) == nullptr);
    QVERIFY(system.endpoint({{u"catalogue"_s}, u"GET /nothing"_s}) == nullptr);
    QVERIFY(system.endpoint({{u"nothing"_s}, u"GET /products"_s}) == nullptr);
    QCOMPARE(system.titleOf({u"catalogue"_s}), u"Catalogue"_s);
    QCOMPARE(system.titleOf({u"nothing"_s}), u"nothing"_s);
    QCOMPARE(system.team({u"web"_s})->title, u"Web"_s);
    QVERIFY(system.topic({u"order.placed"_s}) != nullptr);
    QCOMPARE(system.consumersOf({u"order.placed"_s}),
             (std::vector<CapabilityId>{
                 {u"recommendations"_s}, {u"cart"_s}, {u"shipping"_s}, {u"notifications"_s}}));
}

void TestSystemReader::refusesFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing") << QByteArray() << u"The file is empty"_s;
    QTest::newRow("blanks") << QByteArray(" \n\t") << u"The file is empty"_s;
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << u"not UTF-8 text"_s;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE{\0}\0", 6) << u"Save the file as UTF-8"_s;
    QTest::newRow("a page of the web") << QByteArray("<html></html>") << u"line 1, column 1"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"one JSON object"_s;
    QTest::newRow("a text") << QByteArray("\"shop\"") << u"one JSON object"_s;
    QTest::newRow("half an object") << QByteArray("{\n\"id\": ") << u"line 2, column 7"_s;
    QTest::newRow("nested a thousand times") << QByteArray(1000, '[') << u"nested too deeply"_s;
    QTest::newRow("not a number") << QByteArray("{\"formatVersion\": NaN}") << u"a value was expected"_s;
    QTest::newRow("infinity") << QByteArray("{\"formatVersion\": 1e999}") << u"too large"_s;
}

void TestSystemReader::refusesFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const QTemporaryDir folder;
    const QString path = write(folder, text);
    const auto system = SystemReader::readFile(path);
    QVERIFY(!system);
    QCOMPARE(system.error().size(), 1U);
    QCOMPARE(system.error().front().kind, Kind::InvalidInput);
    QCOMPARE(system.error().front().subject, path);
    QVERIFY2(system.error().front().message.contains(message), qPrintable(system.error().front().message));
}

void TestSystemReader::refusesAPipeAndADevice()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(qPrintable(pipe), 0600), 0);
    for (const QString &path : {pipe, u"/dev/zero"_s, folder.path()}) {
        const auto system = SystemReader::readFile(path);
        QVERIFY(!system);
        QVERIFY(system.error().front().message.contains(u"not a regular file"_s));
    }
}

void TestSystemReader::refusesWhatCannotBeOpened()
{
    const auto missing = SystemReader::readFile(u"/nowhere/shop.json"_s);
    QVERIFY(!missing);
    QCOMPARE(missing.error().front().kind, Kind::NotFound);
    QCOMPARE(missing.error().front().subject, u"/nowhere/shop.json"_s);
    const QTemporaryDir folder;
    const QString path = write(folder, m_text);
    QVERIFY(QFile::setPermissions(path, {}));
    if (QFileInfo(path).isReadable())
        QSKIP("The superuser reads everything");
    const auto closed = SystemReader::readFile(path);
    QVERIFY(!closed);
    QCOMPARE(closed.error().front().kind, Kind::Forbidden);
    QVERIFY(closed.error().front().message.contains(u"permissions"_s));
}

void TestSystemReader::answersToHugeFilesUnread()
{
    const QTemporaryDir folder;
    const QString path = write(folder, m_text);
    QVERIFY(QFile::resize(path, 1LL << 40)); // a hole of one tebibyte: reading it would never end
    const auto system = SystemReader::readFile(path);
    QVERIFY(!system);
    QCOMPARE(system.error().front().kind, Kind::TooLarge);
    QVERIFY(system.error().front().message.contains(u"8.0 MiB"_s));
}

void TestSystemReader::limitsTheNumberOfErrors()
{
    QByteArray text = "{\"capabilities\": [";
    for (int i = 0; i < 9'999; ++i)
        text += "{},";
    const auto system = SystemReader::readText(text + "{}]}", u"f"_s);
    QVERIFY(!system);
    QCOMPARE(system.error().size(), 101U);
    QVERIFY(system.error().back().message.contains(u"more errors"_s));
}

void TestSystemReader::findsALongCircleWithoutDeepRecursion()
{
    constexpr int length = 5'000;
    QByteArray capabilities;
    for (int i = 0; i < length; ++i) {
        capabilities += QStringLiteral(R"(%1{"id":"c%2","title":"C","purpose":"P","team":"t","endpoints":[
            {"operation":"GET /","summary":"S","serviceTimeMs":1,"calls":[{"to":"c%3 GET /"}]}]})")
                            .arg(i == 0 ? u""_s : u","_s)
                            .arg(i)
                            .arg((i + 1) % length)
                            .toUtf8();
    }
    const auto system = SystemReader::readText(
        R"({"formatVersion":1,"id":"s","title":"S","components":"synthetic","entry":"c0",
            "teams":[{"id":"t","title":"T"}],"journeys":[{"id":"j","title":"J","steps":[{"operation":"GET /"}]}],
            "capabilities":[)"
            + capabilities + "]}",
        u"f"_s);
    QVERIFY(!system);
    QCOMPARE(system.error().size(), 1U);
    QVERIFY(system.error().front().message.contains(u"closes a circle"_s));
    QCOMPARE(system.error().front().subject, u"f#/capabilities/4999/endpoints/0/calls/0"_s);
}

void TestSystemReader::survivesTruncation()
{
    for (qsizetype length = 0; length < m_text.trimmed().size(); length += 37) {
        const auto system = SystemReader::readText(m_text.first(length), u"f"_s);
        QVERIFY(!system);
        QVERIFY(!system.error().front().message.isEmpty());
    }
}

void TestSystemReader::survivesGarbledBytes_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 10; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestSystemReader::survivesGarbledBytes()
{
    QFETCH(quint32, seed);
    static constexpr QByteArrayView likely("{}[]\",:0-9eE+.\\ntfu\n\0\xFF", 22);
    std::mt19937 random(seed);
    for (int round = 0; round < 25; ++round) {
        QByteArray text = m_text;
        for (std::size_t i = 0, changes = random() % 4 + 1; i < changes; ++i) {
            const auto at = static_cast<qsizetype>(random() % static_cast<std::size_t>(text.size()));
            const bool any = random() % 2 == 0;
            text[at]
                = any ? static_cast<char>(random() % 256) : likely[static_cast<qsizetype>(random() % 22)];
        }
        const auto system = SystemReader::readText(text, u"f"_s);
        QVERIFY(system || !system.error().empty());
        for (const auto &error : system ? model::result::Errors{} : system.error())
            QVERIFY(!error.message.isEmpty() && error.subject.startsWith(u'f'));
    }
}

QTEST_GUILESS_MAIN(TestSystemReader)
#include "tst_systemreader.moc"
