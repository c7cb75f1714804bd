// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/foresight.h>
#include <app/shell/weakpoints.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using app::shell::Foresight;
using model::operation::Fault;
using model::operation::FaultKind;
using model::operation::JourneyState;
using services::runtime::InstanceState;

// What is told, for which fleet, and that nobody hears what has been overtaken.
class TestForesight : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_foresight = std::make_unique<Foresight>(m_shop.system, m_shop.shapes());
        m_inForce = std::make_unique<QSignalSpy>(m_foresight.get(), &Foresight::inForceForeseen);
        m_pondered = std::make_unique<QSignalSpy>(m_foresight.get(), &Foresight::ponderedForeseen);
    }

    void predictsWhatIsInForceOnce()
    {
        m_foresight->take(snapshotWith({}));
        QTRY_COMPARE(m_inForce->size(), 2);
        m_inForce->clear();
        m_foresight->take(snapshotWith({}));
        m_foresight->take(snapshotWith({hang()}));
        QTRY_COMPARE(m_inForce->size(), 1); // only of the fleet that changed
        QCOMPARE(m_inForce->front()[0].toInt(), 1);
        const auto radius = m_inForce->front()[1].value<Foresight::BlastRadius>();
        QCOMPARE(radius.journeys.value({u"check-out"_s}).state, JourneyState::Down);
    }

    void tellsAtOnceThatWhatItForesawIsOutOfDate()
    {
        QSignalSpy changed(m_foresight.get(), &Foresight::inForceChanged);
        m_foresight->take(snapshotWith({}));
        QCOMPARE(changed.size(), 2);
        changed.clear();
        m_foresight->take(snapshotWith({}));
        QCOMPARE(changed.size(), 0);
        m_foresight->take(snapshotWith({hang()}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.front()[0].toInt(), 1);
        QCOMPARE(m_inForce->size(), 0); // before anything is foreseen
    }

    void whoFallsByHimselfIsDownToo_data()
    {
        QTest::addColumn<std::vector<Fault>>("faults"); // in force, of a unit whose two instances are down
        QTest::addColumn<bool>("byItself");
        const auto fault = [](FaultKind kind, const QString &capability, int instance) {
            return Fault{kind, {{capability}, instance, {}}, {}, {}, {}};
        };
        using Faults = std::vector<Fault>;
        const auto payments = u"payments"_s;
        QTest::newRow("nothing is in force") << Faults{} << true;
        QTest::newRow("another unit has crashed") << Faults{fault(FaultKind::Crash, u"cart"_s, 0)} << true;
        QTest::newRow("it is only slow") << Faults{fault(FaultKind::Slow, payments, 0)} << true;
        QTest::newRow("its database is full") << Faults{fault(FaultKind::StoreFull, payments, 0)} << true;
        QTest::newRow("one has crashed") << Faults{fault(FaultKind::Crash, payments, 1)} << true;
        const Faults ofEach{fault(FaultKind::Crash, payments, 1), fault(FaultKind::CrashLoop, payments, 2)};
        QTest::newRow("each has crashed") << ofEach << false;
        QTest::newRow("it has crashed") << Faults{fault(FaultKind::Crash, payments, 0)} << false;
        QTest::newRow("it leaks") << Faults{fault(FaultKind::MemoryLeak, payments, 0)} << false;
        QTest::newRow("it cannot start") << Faults{fault(FaultKind::BadConfiguration, payments, 0)} << false;
    }
    void whoFallsByHimselfIsDownToo()
    {
        QFETCH(std::vector<Fault>, faults);
        QFETCH(bool, byItself);
        auto snapshot = snapshotWith(faults);
        services::platform::InstanceSnapshot payments;
        payments.status.unit = {u"payments"_s};
        payments.status.state = InstanceState::Failed;
        snapshot.fleets[1].instances = {payments, payments};
        m_foresight->take(snapshot);
        QCOMPARE(m_foresight->situation(1).faults.size(), faults.size() + (byItself ? 1U : 0U));
    }

    void aSituationNamesNoFleet()
    {
        const Fault hang{
            model::operation::FaultKind::Hang, {{u"payments"_s}, 0, {u"microservices"_s}}, {}, {}, {}};
        m_foresight->take(snapshotWith({hang}));
        QCOMPARE(m_foresight->situation(1).faults.size(), size_t(1));
        QVERIFY(m_foresight->situation(1).faults.front().target.fleet.isEmpty());
    }

    void tellsOnlyTheNewestThought()
    {
        m_foresight->take(snapshotWith({}));
        for (const auto &capability : {u"cart"_s, u"accounts"_s, u"payments"_s})
            m_foresight->ponder(1, {FaultKind::Crash, {{capability}, 0, {}}, {}, {}, {}});
        QTRY_COMPARE(m_pondered->size(), 1);
        QCOMPARE(m_pondered->front()[1].value<Fault>().target.capability.value, u"payments"_s);
        m_pondered->clear();
        m_foresight->ponder(1, hang());
        m_foresight->stopPondering();
        m_foresight->ponder(0, hang());
        QTRY_COMPARE(m_pondered->size(), 1);
        QCOMPARE(m_pondered->front()[0].toInt(), 0);
    }

    void whatBreaksFirstIsTheUnitInTheMonolith()
    {
        app::shell::WeakPoints table(m_shop.system);
        const Fault crash{FaultKind::Crash, {{u"storefront"_s}, 1, {}}, {}, {}, {}};
        const Fault loss{FaultKind::StoreLost, {{u"accounts"_s}, 0, {}}, {}, {}, {}};
        table.show(m_shop.monolith, {{crash, {}, {}, 0}, {loss, {}, {}, 0}});
        QCOMPARE(table.index(0, 0).data().toString(), u"Instance 1 of Shop has crashed"_s);
        QCOMPARE(table.index(1, 0).data().toString(), u"The database of Shop is lost"_s);
    }

    void ranksWhatBreaksFirst()
    {
        app::shell::WeakPoints table(m_shop.system);
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy ranked(m_foresight.get(), &Foresight::ranked);
        m_foresight->rank(1);
        QTRY_COMPARE_WITH_TIMEOUT(ranked.size(), 1, 60'000);
        table.show(m_shop.microservices,
                   ranked.front()[1].value<std::vector<model::analysis::SinglePoint>>());
        QVERIFY(table.rowCount() > 5);
        const auto down
            = [&](int row) { return table.index(row, app::shell::WeakPoints::Down).data().toInt(); };
        for (int row = 1; row < table.rowCount(); ++row)
            QVERIFY(down(row) <= down(row - 1));
        QCOMPARE(table.fault(0).target.capability.value, u"storefront"_s); // the customers' one door
        QVERIFY(!table.index(0, 0).data(Qt::ToolTipRole).toString().isEmpty());
        QCOMPARE(table.index(0, 0).data().toString(), u"Storefront has crashed"_s);
        for (int column = 0; column < table.columnCount(); ++column) { // each title over its column's data
            const auto aligned = table.index(0, column).data(Qt::TextAlignmentRole).toInt();
            const auto title = table.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
            QCOMPARE((title & Qt::AlignRight) != 0, (aligned & Qt::AlignRight) != 0);
        }
    }

private:
    static Fault hang() { return {FaultKind::Hang, {{u"payments"_s}, 0, {}}, {}, {}, {}}; }
    static services::platform::Snapshot snapshotWith(const std::vector<Fault> &microservices)
    {
        services::platform::Snapshot snapshot;
        snapshot.shoppersPerSecond = 40;
        snapshot.fleets.resize(2);
        snapshot.fleets[1].faults = microservices;
        return snapshot;
    }

    const tests::support::Shop m_shop;
    std::unique_ptr<Foresight> m_foresight;
    std::unique_ptr<QSignalSpy> m_inForce;
    std::unique_ptr<QSignalSpy> m_pondered;
};

QTEST_GUILESS_MAIN(TestForesight)
#include "tst_foresight.moc"
