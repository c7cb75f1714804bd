// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/faults/exposure.h>

#include <QTest>

#include <tests/support/faketimers.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::faults;
using model::operation::FaultKind;
using model::operation::FaultSetting;
using services::waiting::WaitScope;

namespace {

const model::packaging::Unit shop{{u"shop"_s}, u"Shop"_s, {{u"cart"_s}, {u"orders"_s}}, 2};

Fault fault(FaultKind kind, const QString &capability, const QString &callee = {})
{
    Fault made;
    made.kind = kind;
    made.target.capability = {capability};
    made.callee = {callee};
    return made;
}

struct Hall
{
    Hall() = default;
    ~Hall() { scope.cancel(); }
    QCoro::Task<> endure(Fault what, Instant until)
    {
        ++enduring;
        ended = co_await exposure.endure(std::move(what), until);
        --enduring;
    }

    tests::support::FakeClock clock;
    tests::support::FakeTimers timers{clock};
    WaitScope scope;
    std::shared_ptr<FaultBoard> board = std::make_shared<FaultBoard>();
    Exposure exposure{board, {shop, {u"shop-1"_s}}, {scope, timers}};
    int enduring = 0;
    Result<void> ended;
};

} // namespace

class TestExposure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isClearUntilSomethingIsPublished()
    {
        Hall hall;
        QVERIFY(hall.exposure.isClear());
        hall.board->publish({{fault(FaultKind::Slow, u"payments"_s), {}}});
        QVERIFY(!hall.exposure.isClear());
        hall.board->publish({});
        QVERIFY(hall.exposure.isClear());
    }

    void takesWhomItIsAimedAt_data()
    {
        QTest::addColumn<Fault>("aimed");
        QTest::addColumn<QString>("instance");
        QTest::addColumn<bool>("taken");
        QTest::newRow("a module in this unit") << fault(FaultKind::Hang, u"cart"_s) << QString() << true;
        QTest::newRow("a module elsewhere") << fault(FaultKind::Hang, u"payments"_s) << QString() << false;
        QTest::newRow("the process of a neighbour in this unit")
            << fault(FaultKind::Freeze, u"orders"_s) << QString() << true;
        QTest::newRow("this instance") << fault(FaultKind::Freeze, u"orders"_s) << u"shop-1"_s << true;
        QTest::newRow("another instance") << fault(FaultKind::Freeze, u"orders"_s) << u"shop-2"_s << false;
        QTest::newRow("a link from here")
            << fault(FaultKind::CutOff, u"orders"_s, u"payments"_s) << QString() << true;
        QTest::newRow("a link to here")
            << fault(FaultKind::CutOff, u"payments"_s, u"orders"_s) << QString() << true;
        QTest::newRow("the broker of all") << fault(FaultKind::BrokerDown, {}) << QString() << true;
        QTest::newRow("the customers") << fault(FaultKind::TrafficSpike, {}) << QString() << false;
    }
    void takesWhomItIsAimedAt()
    {
        QFETCH(Fault, aimed);
        QFETCH(QString, instance);
        QFETCH(bool, taken);
        Hall hall;
        hall.board->publish({{aimed, {instance}}});
        QCOMPARE(hall.exposure.isInForce(aimed), taken);
        const auto reach = model::operation::description(aimed.kind).reach;
        QCOMPARE(hall.exposure.of(reach).size(), taken ? 1U : 0U);
    }

    void enduresUntilTheMoment()
    {
        Hall hall;
        const auto slow = fault(FaultKind::Slow, u"cart"_s);
        hall.board->publish({{slow, {}}});
        hall.scope.spawn(hall.endure(slow, hall.timers.now() + 100ms));
        hall.timers.advance(99ms);
        QCOMPARE(hall.enduring, 1);
        hall.timers.advance(1ms);
        QCOMPARE(hall.enduring, 0);
        QVERIFY(hall.ended);
    }

    void enduresUntilThisFaultIsLifted()
    {
        Hall hall;
        const auto hang = fault(FaultKind::Hang, u"cart"_s);
        const auto other = fault(FaultKind::Slow, u"orders"_s);
        hall.board->publish({{hang, {}}, {other, {}}});
        hall.scope.spawn(hall.endure(hang, Instant::max()));
        hall.board->publish({{hang, {}}});
        hall.exposure.look();
        QCOMPARE(hall.enduring, 1);
        hall.board->publish({});
        hall.exposure.look();
        QCOMPARE(hall.enduring, 0);
        QVERIFY(hall.ended);
    }

    void endsWithItsInstance()
    {
        Hall hall;
        const auto hang = fault(FaultKind::Hang, u"cart"_s);
        hall.board->publish({{hang, {}}});
        hall.scope.spawn(hall.endure(hang, Instant::max()));
        hall.scope.cancel();
        QCOMPARE(hall.enduring, 0);
        QCOMPARE(hall.ended.error().kind, model::result::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestExposure)
#include "tst_exposure.moc"
