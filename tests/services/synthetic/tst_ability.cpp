// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/platform/components.h>
#include <services/platform/platform.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using services::platform::EndpointCall;
using services::platform::Platform;

namespace {

// A door; a ledger which needs the scales and would like the weather; a herald that hears of entries and
// passes them on to the archive, which tells the ledger's topic no news.
constexpr auto village = R"({
    "formatVersion": 1, "id": "village", "title": "Village", "components": "synthetic", "entry": "door",
    "teams": [ { "id": "all", "title": "All" } ],
    "topics": [ { "id": "written", "summary": "An entry." }, { "id": "told", "summary": "A tale." } ],
    "capabilities": [
        { "id": "door", "title": "Door", "purpose": "Lets in.", "team": "all", "endpoints": [
            { "operation": "GET /look/{id}", "summary": "Looks.", "serviceTimeMs": 0.1,
              "calls": [ { "to": "ledger GET /entries/{id}" },
                         { "to": "archive GET /tales", "necessity": "optional", "fallback": "no tales" } ] },
            { "operation": "POST /entries", "summary": "Writes.", "serviceTimeMs": 0.1, "idempotent": true,
              "calls": [ { "to": "ledger POST /entries" } ] },
            { "operation": "DELETE /entries/{id}", "summary": "Forgets.", "serviceTimeMs": 0.1,
              "calls": [ { "to": "ledger DELETE /entries/{id}" } ] } ] },
        { "id": "ledger", "title": "Ledger", "purpose": "Remembers.", "team": "all", "owns": [ "entries" ],
          "publishes": [ "written" ], "endpoints": [
            { "operation": "GET /entries/{id}", "summary": "One.", "serviceTimeMs": 0.1 },
            { "operation": "DELETE /entries/{id}", "summary": "Forgets.", "serviceTimeMs": 0.1 },
            { "operation": "POST /entries", "summary": "Adds.", "serviceTimeMs": 0.1, "idempotent": true,
              "calls": [ { "to": "scales GET /weight" },
                         { "to": "weather GET /sky", "necessity": "optional", "fallback": "any weather" } ] } ] },
        { "id": "scales", "title": "Scales", "purpose": "Weighs.", "team": "all",
          "endpoints": [ { "operation": "GET /weight", "summary": "How heavy.", "serviceTimeMs": 0.1 } ] },
        { "id": "weather", "title": "Weather", "purpose": "Looks up.", "team": "all",
          "endpoints": [ { "operation": "GET /sky", "summary": "How blue.", "serviceTimeMs": 0.1 } ] },
        { "id": "herald", "title": "Herald", "purpose": "Passes on.", "team": "all",
          "publishes": [ "told" ], "consumes": [ { "topic": "written", "serviceTimeMs": 0.1 } ],
          "endpoints": [ { "operation": "GET /voice", "summary": "Speaks.", "serviceTimeMs": 0.1 } ] },
        { "id": "archive", "title": "Archive", "purpose": "Keeps tales.", "team": "all", "owns": [ "tales" ],
          "publishes": [ "written" ], "consumes": [ { "topic": "told", "serviceTimeMs": 0.1 } ],
          "endpoints": [ { "operation": "GET /tales", "summary": "Of one.", "serviceTimeMs": 0.1 } ] }
    ],
    "journeys": [ { "id": "look", "title": "Look", "steps": [
        { "operation": "GET /look/{id}", "path": { "id": "{word}" } } ] } ]
})";

// What a customer got: status, fallbacks and body.
struct Seen
{
    int status = 0;
    QString degraded;
    QJsonObject body;

    // "ledger written by POST /entries, ..."
    QString items() const
    {
        QStringList texts;
        for (const auto item : body[u"items"_s].toArray())
            texts += item[u"from"_s].toString() + u" by "_s + item[u"cause"_s].toString();
        return texts.join(u", "_s);
    }
};

} // namespace

// Components which behave as a file says, in each packaging the same.
class TestAbility : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void answersAsDeclared_data() { rows(); }
    void answersAsDeclared();
    void writesOnceForEachKey_data() { rows(); }
    void writesOnceForEachKey();
    void tellsOthersByMessages_data() { rows(); }
    void tellsOthersByMessages();
    void fallsBackWithoutWhatIsOptional();
    void failsWithoutWhatIsRequired();

private:
    static void rows();
    void startIn(const QString &packaging);
    Seen ask(const QByteArray &method, const QByteArray &target, const QByteArray &key = {});
    bool crash(const QString &unit);

    model::system::System m_system;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Platform> m_platform;
    model::system::PackagingId m_fleet;
};

void TestAbility::init()
{
    m_platform.reset(); // before its folder
    m_folder = std::make_unique<QTemporaryDir>();
    const auto system = model::system::SystemReader::readText(village, u"village.json"_s);
    QVERIFY2(system, system ? "" : qPrintable(system.error().front().message));
    m_system = *system;
}

void TestAbility::rows()
{
    QTest::addColumn<QString>("packaging");
    QTest::newRow("as a monolith") << u"monolith"_s;
    QTest::newRow("as microservices") << u"microservices"_s;
}

void TestAbility::startIn(const QString &packaging)
{
    services::platform::PlatformOptions options;
    options.system = m_system;
    options.packagings = {*model::packaging::preset(packaging, m_system)};
    options.dataFolder = m_folder->path();
    m_fleet = {packaging};
    m_platform = std::make_unique<Platform>(options, services::platform::componentsOf(m_system).value());
    const auto started = m_platform->start();
    QVERIFY(QTest::qWaitFor([&] { return started.isFinished(); }, 30'000));
    QVERIFY(started.result());
}

Seen TestAbility::ask(const QByteArray &method, const QByteArray &target, const QByteArray &key)
{
    EndpointCall call;
    call.fleet = m_fleet;
    call.capability = m_system.entry;
    call.request.method = method;
    call.request.target = target;
    if (!key.isEmpty())
        call.request.headers.set("Idempotency-Key", key);
    const auto answered = m_platform->send(call);
    if (!QTest::qWaitFor([&] { return answered.isFinished(); }, 20'000))
        return {};
    const auto answer = answered.result();
    if (!answer)
        return {};
    const auto &response = answer->response;
    return {response.status,
            QString::fromUtf8(
                QByteArray::fromPercentEncoding(response.headers.find("Faultline-Degraded").toByteArray())),
            QJsonDocument::fromJson(response.body).object()};
}

bool TestAbility::crash(const QString &unit)
{
    const auto crashed = m_platform->crash({m_fleet, {unit}, {}});
    return QTest::qWaitFor([&] { return crashed.isFinished(); }, 20'000) && crashed.result();
}

void TestAbility::answersAsDeclared()
{
    QFETCH(QString, packaging);
    startIn(packaging);
    const auto unknown = ask("GET", "/look/tea");
    QCOMPARE(unknown.status, 200);
    QCOMPARE(unknown.items(), QString());
    const auto written = ask("POST", "/entries");
    QCOMPARE(written.status, 201);
    QCOMPARE(written.degraded, QString());
    const auto id = written.body[u"id"_s].toString();
    QVERIFY(!id.isEmpty());
    QVERIFY(ask("GET", "/look/" + id.toLatin1()).items().contains(u"ledger by POST /entries"_s));
    QCOMPARE(ask("DELETE", "/entries/" + id.toLatin1()).status, 200);
    QVERIFY(!ask("GET", "/look/" + id.toLatin1()).items().contains(u"ledger"_s));
}

void TestAbility::writesOnceForEachKey()
{
    QFETCH(QString, packaging);
    startIn(packaging);
    const auto once = ask("POST", "/entries", "key-1");
    QCOMPARE(ask("POST", "/entries", "key-1").body[u"id"_s], once.body[u"id"_s]);
    QVERIFY(ask("POST", "/entries", "key-2").body[u"id"_s] != once.body[u"id"_s]);
}

// The archive would publish "written" again, which the herald hears: a message that has been there ends.
void TestAbility::tellsOthersByMessages()
{
    QFETCH(QString, packaging);
    startIn(packaging);
    const auto id = ask("POST", "/entries").body[u"id"_s].toString().toLatin1();
    QTRY_COMPARE_WITH_TIMEOUT(ask("GET", "/look/" + id).items(),
                              u"archive by told, ledger by POST /entries"_s, 20'000);
}

void TestAbility::fallsBackWithoutWhatIsOptional()
{
    startIn(u"microservices"_s);
    QVERIFY(crash(u"weather"_s));
    const auto written = ask("POST", "/entries");
    QCOMPARE(written.status, 201);
    QCOMPARE(written.degraded, u"any weather"_s); // through the door, which needs the ledger
    QVERIFY(crash(u"archive"_s));
    const auto looked = ask("GET", "/look/" + written.body[u"id"_s].toString().toLatin1());
    QCOMPARE(looked.status, 200);
    QCOMPARE(looked.degraded, u"no tales"_s);
    QCOMPARE(looked.items(), u"ledger by POST /entries"_s);
}

void TestAbility::failsWithoutWhatIsRequired()
{
    startIn(u"microservices"_s);
    QVERIFY(crash(u"scales"_s));
    QCOMPARE(ask("POST", "/entries", "key-1").status, 503);
    QCOMPARE(ask("GET", "/look/key-1").items(), QString()); // nothing was written
}

QTEST_GUILESS_MAIN(TestAbility)
#include "tst_ability.moc"
