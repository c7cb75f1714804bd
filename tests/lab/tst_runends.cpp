// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"
#include "shortscenario.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tests::lab;

namespace {

constexpr auto longEnough = std::chrono::seconds(100);

} // namespace

// `run`: how it ends when not all is well. However slow the machine is, these come out the same.
class TestRunEnds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsWithOneWhenAnExpectationDoesNotHold();
    void tellsWhatItHasFoundAfterWaitingInVain();
    void endsWithOneWhenNothingIsExpectedOfTheFleet();
    void endsWhenItIsInterrupted();
};

void TestRunEnds::endsWithOneWhenAnExpectationDoesNotHold()
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

void TestRunEnds::tellsWhatItHasFoundAfterWaitingInVain()
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

void TestRunEnds::endsWithOneWhenNothingIsExpectedOfTheFleet()
{
    const QTemporaryDir folder;
    const auto scenario = written(folder, shortened(u"kill-catalogue"_s, 500)); // of two other packagings
    const auto ended = lab({u"run"_s, scenario, u"--packaging"_s, u"by-team"_s}, longEnough);
    QVERIFY2(ended.exitCode == 1, qPrintable(ended.words));
    QVERIFY(ended.data.contains("no expectation concerns this fleet"));
}

void TestRunEnds::endsWhenItIsInterrupted()
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

QTEST_GUILESS_MAIN(TestRunEnds)
#include "tst_runends.moc"
