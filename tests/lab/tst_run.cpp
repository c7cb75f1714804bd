// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tests::lab;

namespace {

constexpr auto longEnough = std::chrono::seconds(100);

// The program's own scenario, shorter: only journeys with enough attempts are expected anything of.
QJsonObject shortened(const QString &name, int waitMs = 2000)
{
    QFile file(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/scenarios/") + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no scenario %s", qPrintable(name));
    auto scenario = QJsonDocument::fromJson(file.readAll()).object();
    scenario[u"load"] = QJsonObject{{u"shoppersPerSecond"_s, 60}, {u"warmUpMs"_s, 1000}};
    auto actions = scenario[u"actions"].toArray();
    for (qsizetype index = 0; index < actions.size(); ++index) {
        auto action = actions[index].toObject();
        if (action[u"do"] == u"wait"_s)
            action[u"ms"] = waitMs;
        actions[index] = action;
    }
    scenario[u"actions"] = actions;
    return scenario;
}

QString written(const QTemporaryDir &folder, const QJsonObject &scenario)
{
    const auto path = folder.filePath(u"scenario.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(scenario).toJson()) <= 0)
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

} // namespace

// `run`: a real crash under real requests, in both shapes.
class TestRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void killsTheCatalogue();
    void endsWithOneWhenAnExpectationDoesNotHold();
    void tellsWhatItHasFoundAfterWaitingInVain();
    void endsWithOneWhenNothingIsExpectedOfTheFleet();
    void endsWhenItIsInterrupted();
    void keepsTheBooksWhateverHappensToTheStores();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_stores; // the longest run, beside all the others
};

// Each of the troubles comes and goes under load, one upon the other; what customers see of it is the
// scenario's own business.
void TestRun::initTestCase()
{
    auto scenario = shortened(u"stores-in-trouble"_s, 1200);
    scenario[u"load"] = QJsonObject{{u"shoppersPerSecond"_s, 40}, {u"warmUpMs"_s, 1000}};
    scenario[u"expectations"] = QJsonArray{QJsonObject{{u"fleet"_s, u"microservices"_s},
                                                       {u"journeys"_s, QJsonArray{u"browse"_s}},
                                                       {u"phase"_s, u"before"_s},
                                                       {u"state"_s, u"working"_s}}};
    QJsonArray actions;
    QJsonValue recovery;
    for (const auto &action : scenario[u"actions"].toArray()) {
        if (action[u"do"] == u"wait-until-journey"_s)
            recovery = action;
        else
            actions.append(action);
    }
    actions.append(recovery); // once, after all
    scenario[u"actions"] = actions;
    m_stores = start({u"run"_s, written(m_folder, scenario), u"--json"_s});
}

void TestRun::killsTheCatalogue()
{
    const QTemporaryDir folder;
    auto scenario = shortened(u"kill-catalogue"_s);
    scenario[u"expectations"] = QJsonArray{
        QJsonObject{{u"fleet"_s, u"monolith"_s},
                    {u"journeys"_s, QJsonArray{u"browse"_s, u"search"_s, u"view-cart"_s}},
                    {u"phase"_s, u"during"_s},
                    {u"state"_s, u"down"_s}},
        QJsonObject{{u"fleet"_s, u"microservices"_s},
                    {u"journeys"_s, QJsonArray{u"browse"_s, u"add-to-cart"_s}},
                    {u"phase"_s, u"during"_s},
                    {u"state"_s, u"down"_s}},
        QJsonObject{{u"fleet"_s, u"microservices"_s},
                    {u"journeys"_s, QJsonArray{u"search"_s, u"log-in"_s, u"view-cart"_s, u"check-out"_s}},
                    {u"phase"_s, u"during"_s},
                    {u"state"_s, u"working"_s}},
        QJsonObject{{u"fleet"_s, u"microservices"_s},
                    {u"journeys"_s, QJsonArray{u"suggestions"_s}},
                    {u"phase"_s, u"during"_s},
                    {u"state"_s, u"degraded"_s}},
        QJsonObject{{u"fleet"_s, u"monolith"_s},
                    {u"journeys"_s, QJsonArray{u"browse"_s}},
                    {u"recoversWithinMs"_s, 10'000}},
    };
    const auto report = folder.filePath(u"report.html"_s);
    const auto ended
        = lab({u"run"_s, written(folder, scenario), u"--json"_s, u"--report"_s, report, u"--seed"_s, u"3"_s},
              longEnough);
    const auto result = QJsonDocument::fromJson(ended.data).object();
    QVERIFY2(!result.isEmpty(), qPrintable(ended.words));
    for (const auto &expectation : result[u"expectations"].toArray()) {
        const auto verdict = expectation.toObject();
        QVERIFY2(verdict[u"held"].toBool(),
                 qPrintable(verdict[u"text"].toString() + u" - "_s + verdict[u"actual"].toString()));
    }
    QCOMPARE(ended.exitCode, 0);
    QCOMPARE(result[u"passed"], QJsonValue(true));
    QCOMPARE(result[u"seed"].toInt(), 3);
    QCOMPARE(result[u"fleets"].toObject().keys(), (QStringList{u"microservices"_s, u"monolith"_s}));
    QVERIFY(ended.words.contains(u"crash catalogue"_s)); // how far it is
    QFile page(report);
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY(page.readAll().contains("<polyline"));
}

void TestRun::endsWithOneWhenAnExpectationDoesNotHold()
{
    const QTemporaryDir folder;
    auto scenario = shortened(u"kill-catalogue"_s);
    scenario[u"fleets"] = QJsonArray{QJsonObject{{u"packaging"_s, u"microservices"_s}}};
    scenario[u"actions"] = QJsonArray{QJsonObject{{u"do"_s, u"wait"_s}, {u"ms"_s, 1000}},
                                      QJsonObject{{u"do"_s, u"crash"_s}, {u"capability"_s, u"catalogue"_s}},
                                      QJsonObject{{u"do"_s, u"wait"_s}, {u"ms"_s, 1000}}};
    scenario[u"expectations"] = QJsonArray{QJsonObject{{u"fleet"_s, u"microservices"_s},
                                                       {u"journeys"_s, QJsonArray{u"browse"_s}},
                                                       {u"phase"_s, u"during"_s},
                                                       {u"state"_s, u"working"_s}}};
    const auto ended = lab({u"run"_s, written(folder, scenario)}, longEnough);
    QCOMPARE(ended.exitCode, 1);
    const auto table = QString::fromUtf8(ended.data);
    QVERIFY2(table.contains(u"0 of 1 expectations hold"_s), qPrintable(table + ended.words));
    QVERIFY(table.contains(u"Browse"_s));
}

void TestRun::tellsWhatItHasFoundAfterWaitingInVain()
{
    const QTemporaryDir folder;
    auto scenario = shortened(u"kill-catalogue"_s);
    scenario[u"fleets"] = QJsonArray{QJsonObject{{u"packaging"_s, u"microservices"_s}}};
    scenario[u"actions"] = QJsonArray{QJsonObject{{u"do"_s, u"wait"_s}, {u"ms"_s, 1000}},
                                      QJsonObject{{u"do"_s, u"crash"_s}, {u"capability"_s, u"catalogue"_s}},
                                      QJsonObject{{u"do"_s, u"wait-until-healthy"_s}, {u"withinMs"_s, 1500}}};
    scenario.remove(u"expectations"_s);
    const auto report = folder.filePath(u"report.html"_s);
    const auto ended
        = lab({u"run"_s, written(folder, scenario), u"--json"_s, u"--report"_s, report}, longEnough);
    QVERIFY2(ended.exitCode == 1, qPrintable(ended.words));
    const auto result = QJsonDocument::fromJson(ended.data).object();
    QCOMPARE(result[u"passed"], QJsonValue(false));
    const auto verdict = result[u"expectations"].toArray()[0].toObject();
    QCOMPARE(verdict[u"text"].toString(), u"microservices: wait until all instances are healthy"_s);
    QCOMPARE(verdict[u"actual"].toString(), u"not within 1500 ms"_s);
    const auto browse = result[u"fleets"]
                            .toObject()[u"microservices"]
                            .toObject()[u"journeys"]
                            .toObject()[u"browse"]
                            .toObject();
    QVERIFY(browse[u"attempts"].toInt() > 10);
    QCOMPARE(browse[u"states"].toObject()[u"during"].toString(), u"down"_s);
    QVERIFY(QFile::exists(report));
}

void TestRun::endsWithOneWhenNothingIsExpectedOfTheFleet()
{
    const QTemporaryDir folder;
    const auto scenario = written(folder, shortened(u"kill-catalogue"_s, 500)); // of two other packagings
    const auto ended = lab({u"run"_s, scenario, u"--packaging"_s, u"by-team"_s}, longEnough);
    QVERIFY2(ended.exitCode == 1, qPrintable(ended.words));
    QVERIFY(ended.data.contains("no expectation concerns this fleet"));
}

void TestRun::endsWhenItIsInterrupted()
{
    const auto process = start({u"run"_s, u"kill-catalogue"_s});
    QByteArray words;
    process->setReadChannel(QProcess::StandardError);
    while (!words.contains("warm up") && process->state() == QProcess::Running) {
        process->waitForReadyRead(100);
        words += process->readAllStandardError();
    }
    process->terminate();
    QVERIFY(process->waitForFinished(20'000));
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 130);
    QCOMPARE(process->readAllStandardOutput(), QByteArray());
}

void TestRun::keepsTheBooksWhateverHappensToTheStores()
{
    const auto ended = tests::lab::ended(*m_stores, longEnough);
    const auto result = QJsonDocument::fromJson(ended.data).object();
    QVERIFY2(!result.isEmpty(), qPrintable(ended.words));
    const auto audit = result[u"audit"].toObject();
    QVERIFY2(audit[u"wrong"].toArray().isEmpty() && audit[u"wrong"].toInt() == 0, qPrintable(ended.words));
    QVERIFY2(ended.exitCode == 0, qPrintable(ended.words));
}

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
