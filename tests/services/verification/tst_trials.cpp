// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/verification/trials.h>

#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace services::verification;
using model::operation::FaultKind;
using model::packaging::preset;

// Which faults are tried on a fleet, and in which order.
class TestTrials : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void standForEachFaultOfTheSystem_data();
    void standForEachFaultOfTheSystem();
    void pairUnitsAndModules();
    void hitsOneOfSeveralInstances_data();
    void hitsOneOfSeveralInstances();
    void anyBeginningHasAllKinds();
    void triesEachJourneyAsOften();

private:
    static int sum(const std::vector<Trial> &trials)
    {
        int total = 0;
        for (const auto &trial : trials)
            total += trial.standsFor;
        return total;
    }
    model::system::System m_shop;
};

void TestTrials::initTestCase()
{
    m_shop = model::system::SystemReader::readFile(
                 QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"))
                 .value();
}

void TestTrials::standForEachFaultOfTheSystem_data()
{
    QTest::addColumn<QString>("packaging");
    QTest::addColumn<int>("crashes");
    QTest::addColumn<int>("cuts");
    QTest::newRow("a monolith crashes in one way and has no line") << u"monolith"_s << 1 << 1;
    QTest::newRow("seven teams crash in seven ways") << u"by-team"_s << 7 << 12;
    QTest::newRow("eleven services crash in eleven ways") << u"microservices"_s << 11 << 13;
}

void TestTrials::standForEachFaultOfTheSystem()
{
    QFETCH(QString, packaging);
    const auto trials = singleTrials(m_shop, *preset(packaging, m_shop));
    const auto count = [&](FaultKind kind) {
        return static_cast<int>(std::ranges::count_if(
            trials, [kind](const Trial &trial) { return trial.faults.front().kind == kind; }));
    };
    QTEST(count(FaultKind::Crash), "crashes");
    QTEST(count(FaultKind::CutOff), "cuts");
    QCOMPARE(count(FaultKind::Hang), 11); // a module's own
    QCOMPARE(sum(trials), sum(singleTrials(m_shop, *preset(u"microservices"_s, m_shop))));
}

void TestTrials::pairUnitsAndModules()
{
    const auto pairs = pairTrials(m_shop, *preset(u"microservices"_s, m_shop));
    QCOMPARE(pairs.size(), std::size_t(22 * 21 / 2));
    QCOMPARE(pairTrials(m_shop, *preset(u"monolith"_s, m_shop)).size(), std::size_t(12 * 11 / 2));
}

void TestTrials::hitsOneOfSeveralInstances_data()
{
    QTest::addColumn<QString>("packaging");
    QTest::addColumn<int>("units");
    QTest::newRow("a monolith") << u"monolith"_s << 1;
    QTest::newRow("seven teams") << u"by-team"_s << 7;
    QTest::newRow("eleven services") << u"microservices"_s << 11;
}

void TestTrials::hitsOneOfSeveralInstances()
{
    QFETCH(QString, packaging);
    const auto single = *preset(packaging, m_shop);
    QVERIFY(oneInstanceTrials(m_shop, single).empty());
    const auto twice = withInstances(single, 2);
    const auto trials = oneInstanceTrials(m_shop, twice);
    std::map<FaultKind, int> counts;
    for (const auto &trial : trials) {
        QCOMPARE(trial.faults.size(), std::size_t(1));
        QCOMPARE(trial.faults.front().target.instance, 1);
        QCOMPARE(twice.unitOf(trial.faults.front().target.capability)->instances, 2);
        ++counts[trial.faults.front().kind];
    }
    QCOMPARE(counts.size(), std::size_t(4));
    QTEST(counts[FaultKind::Crash], "units");
    QTEST(counts[FaultKind::Freeze], "units");
    QCOMPARE(counts[FaultKind::Errors], 11); // of a module
    QCOMPARE(counts[FaultKind::Slow], 11);
}

void TestTrials::anyBeginningHasAllKinds()
{
    const auto trials = singleTrials(m_shop, *preset(u"microservices"_s, m_shop));
    const auto order = mixed(trials, 7);
    QCOMPARE(sum(order), sum(trials));
    QSet<FaultKind> all;
    for (const auto &trial : trials)
        all.insert(trial.faults.front().kind);
    QSet<FaultKind> first;
    for (qsizetype i = 0; i < all.size(); ++i)
        first.insert(order[static_cast<std::size_t>(i)].faults.front().kind);
    QCOMPARE(first, all);
    QVERIFY(mixed(trials, 8).front().faults != order.front().faults
            || mixed(trials, 8)[1].faults != order[1].faults);
}

void TestTrials::triesEachJourneyAsOften()
{
    const auto tried = triedSystem(m_shop);
    for (const auto &journey : tried.journeys)
        QVERIFY(journey.weight == (journey.given == model::system::Given::FilledCart ? 0.6 : 1.0));
    QCOMPARE(shoppersPerSecond(tried, 10), 96.0);
}

QTEST_GUILESS_MAIN(TestTrials)
#include "tst_trials.moc"
