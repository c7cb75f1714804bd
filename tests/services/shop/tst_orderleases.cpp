// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/orders/orderleases.h>
#include <services/shop/orders/orderrepository.h>
#include <services/shop/orders/schema.h>

#include <QTest>

#include <tests/support/faketimers.h>
#include <tests/support/temporarydatabase.h>

using namespace Qt::StringLiterals;
using namespace services::shop::orders;
using model::result::Error;
using model::result::Kind;

// Who works on an order, when several may.
class OrderLeasesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<tests::support::TemporaryDatabase>(migrations());
        m_orders = std::make_unique<OrderRepository>(m_database->database(), u"me"_s);
        m_leases = std::make_unique<OrderLeases>(m_database->database(), m_clock, u"me"_s);
        m_others = std::make_unique<OrderLeases>(m_database->database(), m_clock, u"another"_s);
    }

    void whatIsHeldTwiceIsRenewedUntilTheLastHoldEnds()
    {
        std::ignore = placed();
        const OrderLeases::Hold unwinding(*m_leases, u"o-1"_s);
        {
            const OrderLeases::Hold placing(*m_leases, u"o-1"_s);
        }
        m_clock.advance(OrderLeases::duration);
        QVERIFY(m_leases->renew());
        QCOMPARE(m_others->claim(10).value(), std::vector<QString>());
    }

    void whatNobodyHoldsIsTakenOver()
    {
        std::ignore = placed();
        {
            const OrderLeases::Hold placing(*m_leases, u"o-1"_s);
        }
        m_clock.advance(OrderLeases::duration);
        QVERIFY(m_leases->renew());
        QCOMPARE(m_others->claim(10).value(), std::vector<QString>{u"o-1"_s});
    }

    void whoeverIsLateDoesNotPutTheNextAttemptDown()
    {
        auto first = placed();
        first.failure = Error{Kind::Unavailable, u"Away"_s, {}};
        first.state = State::Compensated;
        QVERIFY(m_orders->advance(first, State::Started));
        auto late = first;
        late.state = State::Unwinding;
        auto second = first;
        second.attempt = 2;
        second.state = State::Started;
        QVERIFY(m_orders->tryAgain(second, m_leases->newEnd()));
        QVERIFY(m_leases->postpone(late));
        second.state = State::Reserved;
        second.failure.reset();
        QVERIFY2(m_orders->advance(second, State::Started), "the second attempt is still in our hands");
    }

    void onlyWhatIsPutDownOrLapsedIsTaken()
    {
        const auto order = placed();
        QCOMPARE(m_others->take(order).value(), false);
        QVERIFY(m_leases->postpone(order));
        QCOMPARE(m_others->take(order).value(), true);
        QCOMPARE(m_leases->take(order).value(), false);
        m_clock.advance(OrderLeases::duration);
        QCOMPARE(m_leases->take(order).value(), true);
    }

    // The thread was late to say that it still works on the order.
    void whatIsHeldHereIsNotTakenThoughItsLeaseHasLapsed()
    {
        const auto order = placed();
        const OrderLeases::Hold placing(*m_leases, order.id);
        m_clock.advance(OrderLeases::duration);
        QCOMPARE(m_leases->take(order).value(), false);
        QCOMPARE(m_others->take(order).value(), true);
    }

    void whatHasComeFurtherIsNotTaken()
    {
        auto order = placed();
        const auto before = order;
        order.state = State::Reserved;
        QVERIFY(m_orders->advance(order, State::Started));
        m_clock.advance(OrderLeases::duration);
        QCOMPARE(m_others->take(before).value(), false);
        QCOMPARE(m_others->take(order).value(), true);
    }

    void anOrderInOtherHandsIsNoClearNo()
    {
        auto order = placed();
        m_clock.advance(OrderLeases::duration);
        QCOMPARE(m_others->take(order).value(), true);
        order.state = State::Reserved;
        const auto lost = m_orders->advance(order, State::Started);
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, Kind::Unavailable);
    }

private:
    // In our hands.
    Order placed()
    {
        Order order;
        order.id = u"o-1"_s;
        order.account = u"a-1"_s;
        order.email = u"a@example.test"_s;
        order.name = u"A"_s;
        order.key = u"k-1"_s;
        order.cartGeneration = 1;
        order.currency = u"EUR"_s;
        order.placedAt = m_clock.wallTime();
        if (!m_orders->add(order, m_leases->newEnd()))
            qFatal("The order was not placed");
        return order;
    }

    tests::support::FakeClock m_clock;
    std::unique_ptr<tests::support::TemporaryDatabase> m_database;
    std::unique_ptr<OrderRepository> m_orders;
    std::unique_ptr<OrderLeases> m_leases;
    std::unique_ptr<OrderLeases> m_others;
};

QTEST_GUILESS_MAIN(OrderLeasesTest)
#include "tst_orderleases.moc"
