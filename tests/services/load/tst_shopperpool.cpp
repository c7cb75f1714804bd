// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/load/shopperpool.h>

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace services::load;
using model::result::Kind;
using model::system::Given;
using model::system::Journey;
using model::system::Step;

namespace {

Journey journey(Given given, const QString &operation = u"GET /"_s)
{
    Journey journey;
    journey.given = given;
    Step step;
    step.endpoint.operation = operation;
    step.authorised = given != Given::Nobody && given != Given::Shopper;
    journey.steps.push_back(step);
    return journey;
}

Journey logIn()
{
    auto made = journey(Given::Shopper, u"POST /api/sessions"_s);
    made.steps[0].captures.insert(u"session"_s, u"/token"_s);
    return made;
}

Journey receipt()
{
    auto made = journey(Given::PlacedOrder);
    made.steps[0].until = model::system::Until{u"/items"_s, {}, {}};
    return made;
}

tl::unexpected<model::result::Error> away()
{
    return model::result::failure(Kind::Unavailable, u"Away"_s);
}

const Journey addToCart = journey(Given::Session, u"PUT /api/cart/items/{product}"_s);
const Journey checkOut = journey(Given::FilledCart, u"POST /api/orders"_s);

ShopperPool poolOf(int customers)
{
    Population population;
    population.customers = customers;
    return ShopperPool(population, 1);
}

void logInAll(ShopperPool &pool)
{
    for (int customer = 0; customer < pool.population().customers; ++customer) {
        const auto visit = pool.lend(logIn());
        pool.giveBack(logIn(), *visit, Variables{{u"session"_s, u"token-%1"_s.arg(visit->customer)}});
    }
}

} // namespace

// Who may try which journey.
class TestShopperPool : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aVisitorIsSomebodyNewEachTime();
    void nobodyIsLoggedInAtFirst();
    void loggingInTakesThoseWhoAreNot();
    void aRefusedSessionIsForgotten();
    void checkOutUsesUpACart();
    void aFailedCheckOutUsesUpTheCartToo();
    void whoeverDoesNotKnowTriesAgainWithTheSameKey_data();
    void whoeverDoesNotKnowTriesAgainWithTheSameKey();
    void aCartThatStillHoldsWhatWasOrderedIsNotOrdered();
    void addingFillsAnEmptyCartFirst();
    void aFailedAddingFillsNothing();
    void oneCartIsNotUsedTwiceAtOnce();
    void receiptsAreForNewOrdersFirst();
    void receiptsAreLookedAtAgainInTheSameSession();
};

void TestShopperPool::aVisitorIsSomebodyNewEachTime()
{
    auto pool = poolOf(1);
    QSet<QString> emails;
    QSet<QString> keys;
    for (int visit = 0; visit < 20; ++visit) {
        const auto visitor = pool.lend(journey(Given::Nobody));
        QVERIFY(visitor.has_value());
        QCOMPARE(visitor->customer, -1);
        QVERIFY(visitor->session.isEmpty());
        emails.insert(visitor->variables.value(u"email"_s));
        keys.insert(visitor->variables.value(u"key"_s));
    }
    QCOMPARE(emails.size(), 20);
    QCOMPARE(keys.size(), 20);
    // Of another run too: the data may be kept.
    const auto visitor = poolOf(1).lend(journey(Given::Nobody));
    QVERIFY(!emails.contains(visitor->variables.value(u"email"_s)));
}

void TestShopperPool::nobodyIsLoggedInAtFirst()
{
    auto pool = poolOf(5);
    QVERIFY(!pool.lend(journey(Given::Session)).has_value());
    QVERIFY(!pool.lend(checkOut).has_value());
    QVERIFY(!pool.lend(receipt()).has_value());
    QCOMPARE(pool.loggedIn(), 0);
}

void TestShopperPool::loggingInTakesThoseWhoAreNot()
{
    auto pool = poolOf(5);
    logInAll(pool);
    QCOMPARE(pool.loggedIn(), 5);
    const auto visit = pool.lend(journey(Given::Session));
    QVERIFY(visit.has_value());
    QCOMPARE(visit->session, u"token-%1"_s.arg(visit->customer).toUtf8());
    QCOMPARE(visit->variables.value(u"email"_s), u"shopper-00%1@example.test"_s.arg(visit->customer + 1));
    QVERIFY(pool.lend(logIn()).has_value()); // again, when all are
}

void TestShopperPool::aRefusedSessionIsForgotten()
{
    auto pool = poolOf(1);
    logInAll(pool);
    pool.loseSession(0);
    pool.loseSession(-1);
    QCOMPARE(pool.loggedIn(), 0);
    QVERIFY(!pool.lend(journey(Given::Session)).has_value());
}

void TestShopperPool::checkOutUsesUpACart()
{
    auto pool = poolOf(1);
    logInAll(pool);
    const auto visit = pool.lend(checkOut);
    QVERIFY(visit.has_value());
    pool.giveBack(checkOut, *visit, Variables{{u"order"_s, u"o-1"_s}});
    QVERIFY(!pool.lend(checkOut).has_value());
    const auto history = pool.lend(journey(Given::PlacedOrder));
    QVERIFY(history.has_value());
    QCOMPARE(history->variables.value(u"order"_s), u"o-1"_s);
}

void TestShopperPool::aFailedCheckOutUsesUpTheCartToo()
{
    auto pool = poolOf(1);
    logInAll(pool);
    pool.giveBack(checkOut, *pool.lend(checkOut), away());
    QVERIFY(!pool.lend(checkOut).has_value());
    QVERIFY(!pool.lend(journey(Given::PlacedOrder)).has_value());
}

void TestShopperPool::whoeverDoesNotKnowTriesAgainWithTheSameKey_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("same");
    for (const auto kind :
         {Kind::Unavailable, Kind::Overloaded, Kind::TimedOut, Kind::Reset, Kind::Refused, Kind::Internal})
        QTest::newRow(qPrintable(model::result::word(kind))) << static_cast<int>(kind) << true;
    for (const auto kind : {Kind::Conflict, Kind::Declined, Kind::InvalidInput})
        QTest::newRow(qPrintable(model::result::word(kind))) << static_cast<int>(kind) << false;
}

void TestShopperPool::whoeverDoesNotKnowTriesAgainWithTheSameKey()
{
    QFETCH(int, kind);
    QFETCH(bool, same);
    auto pool = poolOf(1);
    logInAll(pool);
    const auto first = pool.lend(checkOut);
    pool.giveBack(checkOut, *first, model::result::failure(static_cast<Kind>(kind), u"Why"_s));
    pool.giveBack(addToCart, *pool.lend(addToCart), Variables{});
    const auto second = pool.lend(checkOut);
    QVERIFY(second.has_value());
    QCOMPARE(second->variables.value(u"key"_s) == first->variables.value(u"key"_s), same);
    pool.giveBack(checkOut, *second, Variables{{u"order"_s, u"o-1"_s}});
    pool.giveBack(addToCart, *pool.lend(addToCart), Variables{});
    QVERIFY(pool.lend(checkOut)->variables.value(u"key"_s) != second->variables.value(u"key"_s));
}

void TestShopperPool::aCartThatStillHoldsWhatWasOrderedIsNotOrdered()
{
    auto pool = poolOf(1);
    logInAll(pool);
    pool.giveBack(checkOut, *pool.lend(checkOut),
                  Variables{{u"order"_s, u"o-1"_s}, {u"orderedCart"_s, u"0"_s}});
    pool.giveBack(addToCart, *pool.lend(addToCart), Variables{{u"cart"_s, u"0"_s}});
    QVERIFY(!pool.lend(checkOut).has_value());
    pool.giveBack(addToCart, *pool.lend(addToCart), Variables{{u"cart"_s, u"1"_s}});
    QVERIFY(pool.lend(checkOut).has_value());
}

void TestShopperPool::addingFillsAnEmptyCartFirst()
{
    auto pool = poolOf(10);
    logInAll(pool);
    const auto buyer = pool.lend(checkOut);
    pool.giveBack(checkOut, *buyer, Variables{{u"order"_s, u"o-1"_s}});
    const auto adder = pool.lend(addToCart);
    QCOMPARE(adder->customer, buyer->customer);
    pool.giveBack(addToCart, *adder, Variables{});
    for (int visit = 0; visit < 10; ++visit)
        QVERIFY(pool.lend(checkOut).has_value());
}

void TestShopperPool::aFailedAddingFillsNothing()
{
    auto pool = poolOf(1);
    logInAll(pool);
    pool.giveBack(checkOut, *pool.lend(checkOut), Variables{});
    pool.giveBack(addToCart, *pool.lend(addToCart), away());
    QVERIFY(!pool.lend(checkOut).has_value());
}

void TestShopperPool::oneCartIsNotUsedTwiceAtOnce()
{
    auto pool = poolOf(2);
    logInAll(pool);
    const auto first = pool.lend(checkOut);
    const auto second = pool.lend(addToCart);
    QVERIFY(first->customer != second->customer);
    QVERIFY(!pool.lend(checkOut).has_value());
    QVERIFY(!pool.lend(addToCart).has_value());
    QVERIFY(pool.lend(journey(Given::Session)).has_value()); // looking disturbs nobody
    pool.giveBack(addToCart, *second, Variables{});
    QVERIFY(pool.lend(checkOut).has_value());
}

void TestShopperPool::receiptsAreForNewOrdersFirst()
{
    auto pool = poolOf(3);
    logInAll(pool);
    for (const auto &order : {u"o-1"_s, u"o-2"_s})
        pool.giveBack(checkOut, *pool.lend(checkOut), Variables{{u"order"_s, order}});
    const auto orderOf
        = [&](const Journey &wanted) { return pool.lend(wanted)->variables.value(u"order"_s); };
    QCOMPARE(orderOf(journey(Given::PlacedOrder)), u"o-2"_s);
    QCOMPARE(orderOf(receipt()), u"o-2"_s);
    QCOMPARE(orderOf(receipt()), u"o-1"_s);
    QCOMPARE(orderOf(receipt()), u"o-2"_s); // again, when there is no new one
}

// Who remembers the answer for the session can only give it in that.
void TestShopperPool::receiptsAreLookedAtAgainInTheSameSession()
{
    auto pool = poolOf(2);
    logInAll(pool);
    for (const auto &order : {u"o-1"_s, u"o-2"_s}) {
        pool.giveBack(checkOut, *pool.lend(checkOut), Variables{{u"order"_s, order}});
        pool.giveBack(receipt(), *pool.lend(receipt()), Variables{});
    }
    const auto newest = pool.lend(receipt());
    QCOMPARE(newest->variables.value(u"order"_s), u"o-2"_s);
    const auto logInAnew = [&pool](int customer) {
        const auto visit = Visit{customer, {}, {}, {}};
        pool.giveBack(logIn(), visit, Variables{{u"session"_s, u"new-%1"_s.arg(customer)}});
    };
    logInAnew(newest->customer);
    const auto older = pool.lend(receipt());
    QCOMPARE(older->variables.value(u"order"_s), u"o-1"_s);
    logInAnew(older->customer);
    QCOMPARE(pool.lend(receipt())->variables.value(u"order"_s), u"o-2"_s); // nobody is in his old one
}

QTEST_GUILESS_MAIN(TestShopperPool)
#include "tst_shopperpool.moc"
