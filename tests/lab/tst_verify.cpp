// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <tests/model/schema/outputs.h>

using namespace Qt::StringLiterals;
using namespace tests::lab;

namespace {

constexpr auto longEnough = std::chrono::seconds(150); // for trials that begin just before a minute is over

QJsonObject jsonOf(const Ended &ended)
{
    return QJsonDocument::fromJson(ended.data).object();
}

int exitCodeFor(const QJsonObject &json)
{
    return json[u"asExpected"].toBool() ? 0 : 1;
}

std::unique_ptr<QProcess> begun(const QStringList &more)
{
    return start(QStringList{u"verify"_s, u"--json"_s, u"--lanes"_s, u"1"_s, u"--policies"_s, u"none"_s}
                 + more);
}

} // namespace

// `verify`: faults are done to real fleets, and what was predicted of them is what happens.
class TestVerifyCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void playsACrash();
    void playsARandomSystem();
    void lacksWhatItCouldNotPlay();
    void lacksWhatThereIsNotToPlay();
    void agreesWithASampleOfTheShop();

private:
    Ended m_crash; // alone: all of it has to agree
    std::unique_ptr<QProcess> m_random; // these two run side by side, and end before the sample begins
    std::unique_ptr<QProcess> m_impossible;
};

void TestVerifyCommand::initTestCase()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("No machine keeps up with a sanitizer, so that nothing would count.");
#endif
    const auto crash = begun({u"--packaging"_s, u"monolith"_s, u"--fault"_s, u"crash:catalogue"_s});
    m_crash = ended(*crash, longEnough);
    m_random = begun({u"--packaging"_s, u"microservices"_s, u"--random"_s, u"1"_s, u"--trials"_s, u"1"_s});
    m_impossible = begun({u"--packaging"_s, u"monolith"_s, u"--fault"_s, u"crash:cart#2"_s});
}

void TestVerifyCommand::playsACrash()
{
    QVERIFY2(m_crash.exitCode == 0, qPrintable(m_crash.words + QString::fromUtf8(m_crash.data)));
    const auto json = jsonOf(m_crash);
    QCOMPARE(tests::schema::outputFaults(u"verification"_s, json), QStringList());
    QCOMPARE(json[u"trials"].toInt(), 1);
    QCOMPARE(json[u"coverage"].toDouble(), 1.0);
    QCOMPARE(json[u"shortcomings"].toArray(), QJsonArray());
    const auto confusion = json[u"confusion"].toObject();
    QCOMPARE(confusion.keys(), QStringList{u"down"_s});
    QCOMPARE(confusion[u"down"][u"down"].toInt(), json[u"journeysCompared"].toInt());
}

// How a system drawn by lot fares is chance, but not what is told of it.
void TestVerifyCommand::playsARandomSystem()
{
    const auto ended = tests::lab::ended(*m_random, longEnough);
    const auto json = jsonOf(ended);
    QVERIFY2(ended.exitCode == exitCodeFor(json), qPrintable(ended.words));
    QCOMPARE(tests::schema::outputFaults(u"verification"_s, json), QStringList());
    QCOMPARE(json[u"trialsPlanned"].toInt(), 1);
    QCOMPARE(json[u"trials"].toInt() + json[u"notPlayed"].toArray().size(), 1);
}

// The second instance of a unit that has one.
void TestVerifyCommand::lacksWhatItCouldNotPlay()
{
    const auto ended = tests::lab::ended(*m_impossible, longEnough);
    QCOMPARE(ended.exitCode, 1);
    const auto json = jsonOf(ended);
    QCOMPARE(tests::schema::outputFaults(u"verification"_s, json), QStringList());
    QCOMPARE(json[u"trials"].toInt(), 0);
    QCOMPARE(json[u"notPlayed"].toArray().size(), 1);
    QVERIFY(json[u"shortcomings"].toArray().contains(u"1 of 1 trials tell nothing: more than 2 %."_s));
}

void TestVerifyCommand::lacksWhatThereIsNotToPlay()
{
    const auto ended
        = lab({u"verify"_s, u"--packaging"_s, u"monolith"_s, u"--fault"_s, u"crash:cart@by-team"_s});
    QCOMPARE(ended.exitCode, 1);
    QVERIFY2(ended.data.contains("No journey could be compared"), ended.data.constData());
}

void TestVerifyCommand::agreesWithASampleOfTheShop()
{
    const auto ended
        = lab({u"verify"_s, u"--minutes"_s, u"1"_s, u"--lanes"_s, u"2"_s, u"--json"_s}, longEnough);
    const auto json = jsonOf(ended);
    QVERIFY2(ended.exitCode == exitCodeFor(json), qPrintable(ended.words));
    QCOMPARE(tests::schema::outputFaults(u"verification"_s, json), QStringList());
    QVERIFY2(json[u"trials"].toInt() > 0, qPrintable(ended.words));
    QVERIFY(json[u"trials"].toInt() < json[u"trialsPlanned"].toInt());
    QVERIFY(json[u"faults"].toInt() >= json[u"trials"].toInt());
    QCOMPARE(json[u"coverage"].toDouble(), json[u"faults"].toDouble() / json[u"faultsPlanned"].toDouble());
    QVERIFY(json[u"journeysCompared"].toInt() > 0);
    QVERIFY2(json[u"agreement"].toDouble() >= 0.9, ended.data.constData());
    QVERIFY(json[u"agreementAtWorst"].toDouble() <= json[u"agreement"].toDouble());
    QVERIFY(json[u"journeysComparedAtFirst"].toInt() > 0);
}

QTEST_GUILESS_MAIN(TestVerifyCommand)
#include "tst_verify.moc"
