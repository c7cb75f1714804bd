// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/journeys/journeysmodel.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::journeys;
using services::load::Outcome;
using services::platform::Snapshot;

namespace {

model::system::System twoJourneys()
{
    model::system::System system;
    system.journeys.resize(2);
    system.journeys[0].id = {u"browse"_s};
    system.journeys[0].title = u"Browse"_s;
    system.journeys[1].id = {u"pay"_s};
    system.journeys[1].title = u"Pay"_s;
    return system;
}

Snapshot snapshotOf(const QString &journey, int fleet, const std::vector<Outcome> &outcomes)
{
    Snapshot snapshot;
    snapshot.fleets.resize(2);
    services::platform::JourneySnapshot measured;
    measured.journey = {journey};
    for (const auto outcome : outcomes)
        measured.tally.add(outcome);
    snapshot.fleets[static_cast<size_t>(fleet)].journeys.push_back(measured);
    return snapshot;
}

} // namespace

class TestJourneysModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAProperModel()
    {
        JourneysModel model(twoJourneys(), {u"A"_s, u"B"_s});
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(snapshotOf(u"browse"_s, 0, {Outcome::Ok}));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.columnCount(), 3);
    }

    void showsTheMeasuredState_data()
    {
        using enum Outcome;
        QTest::addColumn<std::vector<Outcome>>("outcomes");
        QTest::addColumn<QString>("words");
        QTest::addColumn<JourneyState>("state");
        QTest::addRow("nobody tried") << std::vector<Outcome>{} << u"…"_s << JourneyState::Unknown;
        QTest::addRow("all served") << std::vector{Ok, Ok} << u"✓ 100 %"_s << JourneyState::Working;
        QTest::addRow("none served") << std::vector{Failed, Failed} << u"✕ Down"_s << JourneyState::Down;
        QTest::addRow("by a fallback")
            << std::vector{Degraded, Degraded} << u"◐ Fallback"_s << JourneyState::Degraded;
        QTest::addRow("not always") << std::vector{Ok, Ok, Ok, Failed} << u"◐ 75 %"_s
                                    << JourneyState::Degraded;
    }
    void showsTheMeasuredState()
    {
        QFETCH(std::vector<Outcome>, outcomes);
        JourneysModel model(twoJourneys(), {u"A"_s, u"B"_s});
        model.show(snapshotOf(u"pay"_s, 1, outcomes));
        const auto cell = model.index(1, 2);
        QTEST(cell.data().toString(), "words");
        QTEST(static_cast<JourneyState>(cell.data(JourneysModel::StateRole).toInt()), "state");
        QCOMPARE(model.index(1, 1).data().toString(), u"…"_s);
    }

    void tellsLateAnswersFromFallbacks()
    {
        JourneysModel model(twoJourneys(), {u"A"_s, u"B"_s});
        auto snapshot = snapshotOf(u"pay"_s, 1, {});
        auto &tally = snapshot.fleets[1].journeys[0].tally;
        const auto cell = model.index(1, 2);
        tally = {4, 4, 4, 4};
        model.show(snapshot);
        QCOMPARE(cell.data().toString(), u"◐ Late"_s);
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"4 of them late, 0 with a fallback"_s));
        tally = {4, 4, 4, 1}; // most with a fallback's answer
        model.show(snapshot);
        QCOMPARE(cell.data().toString(), u"◐ Fallback"_s);
    }

    void marksWhatIsPredictedToSuffer()
    {
        JourneysModel model(twoJourneys(), {u"A"_s, u"B"_s});
        model.setPrediction(0, {{{u"pay"_s}, JourneyState::Down}, {{u"browse"_s}, JourneyState::Working}});
        QVERIFY(model.index(1, 1).data(JourneysModel::SuffersRole).toBool());
        QVERIFY(!model.index(0, 1).data(JourneysModel::SuffersRole).toBool());
        QVERIFY(!model.index(1, 2).data(JourneysModel::SuffersRole).toBool());
        model.setPrediction(0, {});
        QVERIFY(!model.index(1, 1).data(JourneysModel::SuffersRole).toBool());
    }
};

QTEST_MAIN(TestJourneysModel)
#include "tst_journeysmodel.moc"
