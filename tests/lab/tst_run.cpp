// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"
#include "shortscenario.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <tests/model/schema/outputs.h>

using namespace Qt::StringLiterals;
using namespace tests::lab;

namespace {

constexpr auto longEnough = std::chrono::seconds(100);

} // namespace

// `run`: a real crash under real requests, in both shapes.
class TestRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void killsTheCatalogue();
    void keepsTheBooksWhateverHappensToTheStores();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_stores; // the longer run, beside the other
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
    QCOMPARE(tests::schema::outputFaults(u"run"_s, result), QStringList());
    for (const auto &fleet : {u"monolith"_s, u"microservices"_s}) {
        const auto cost = result[u"fleets"][fleet][u"cost"].toObject();
        QVERIFY(cost[u"declared"][u"memoryMegabytes"].toDouble() > 500); // less than all while it is down
        QVERIFY(cost[u"measured"][u"cpuSeconds"].toDouble() > 0);
        QVERIFY(cost[u"measured"][u"cpuSecondsOfThousandAttempts"].toDouble() > 0);
    }
    QVERIFY(ended.words.contains(u"crash catalogue"_s)); // how far it is
    QFile page(report);
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY(page.readAll().contains("<polyline"));
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
