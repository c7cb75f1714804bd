// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/waiting/post.h>

#include <QTest>

#include <tests/localshop/books.h>
#include <tests/support/waitfor.h>

using namespace Qt::StringLiterals;
using namespace tests::localshop;
using model::result::Error;
using model::result::Kind;
using services::contract::Request;

// The books balance whatever is killed whenever: orders crash at each of the points at which the saga waits,
// others crash under it, in every combination that a purchase reaches.
class OrderSagaTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    void ordersCrashes_data() { everyPoint(); }
    void ordersCrashes()
    {
        QFETCH(QString, operation);
        QFETCH(bool, before);
        QFETCH(QString, card);
        crashAt(operation, before, u"orders"_s);
        const auto answer = order("k-1", card);
        m_shop->pass(std::chrono::seconds(1)); // what is undone in the background is hit, too
        if (!m_shop->isAlive(u"orders"_s)) {
            QVERIFY2(!answer, "nobody is told of an order which a crash interrupted");
            m_shop->interfereWith({});
            m_shop->restart(u"orders"_s);
        }
        settle();
        const int confirmed = balancedAndSettled();
        m_shop->pump(2);
        QCOMPARE(m_shop->queued(u"notifications"_s), 0U);
        const bool isGood = card.startsWith(u"4242"_s);
        if (!isGood)
            QCOMPARE(confirmed, 0);
        else if (confirmed == 0)
            QVERIFY2(order("k-1", card), "whoever was interrupted tries again with the same key");
        QCOMPARE(balancedAndSettled(), isGood ? 1 : 0);
    }

    void theOtherSideCrashes_data() { everyPoint(); }
    void theOtherSideCrashes()
    {
        QFETCH(QString, operation);
        QFETCH(bool, before);
        QFETCH(QString, card);
        crashAt(operation, before, {});
        std::ignore = order("k-1", card);
        m_shop->pass(std::chrono::seconds(3));
        m_shop->interfereWith({});
        for (const auto &capability : {u"inventory"_s, u"payments"_s, u"cart"_s}) {
            if (!m_shop->isAlive(capability))
                m_shop->restart(capability);
        }
        settle();
        std::ignore = balancedAndSettled();
        std::ignore = order("k-1", card);
        settle();
        QCOMPARE(balancedAndSettled(), card.startsWith(u"4242"_s) ? 1 : 0);
    }

    // Wherever the saga is suspended: each call waits twice for the event loop.
    void ordersCrashesBetweenTwoTurnsOfTheLoop_data()
    {
        QTest::addColumn<int>("turns");
        for (int turns = 0; turns < 14; ++turns)
            QTest::addRow("after %d turns", turns) << turns;
    }
    void ordersCrashesBetweenTwoTurnsOfTheLoop()
    {
        QFETCH(int, turns);
        Request request;
        request.endpoint = {{u"orders"_s}, u"POST /orders"_s};
        request.body = body({{u"card"_s, u"4242424242424242"_s}});
        request.context.session = m_shop->session();
        request.context.idempotencyKey = "k-1";
        auto placing = m_shop->dispatch(request);
        crashAfter(turns);
        QVERIFY(tests::support::turnUntil([this] { return !m_shop->isAlive(u"orders"_s); }));
        const bool wasAnswered = tests::support::waitFor(std::move(placing)).has_value();
        if (wasAnswered)
            QVERIFY2(turns >= 7, "four calls wait eight times");
        m_shop->restart(u"orders"_s);
        settle();
        QVERIFY(balancedAndSettled() >= (wasAnswered ? 1 : 0));
        QVERIFY(order("k-1", u"4242424242424242"_s));
        QCOMPARE(balancedAndSettled(), 1);
    }

    // A crash while the crash before is being settled, and again.
    void ordersCrashesAgainAndAgain()
    {
        int crashes = 0;
        int calls = 0;
        m_shop->interfereWith([&](const Request &request, Moment) -> std::optional<Error> {
            if (request.context.caller.value != u"orders" || ++calls % 3 != 0)
                return std::nullopt;
            ++crashes;
            m_shop->crash(u"orders"_s);
            return Error{Kind::Cancelled, {}, {}};
        });
        for (int n = 1; n <= 8; ++n) {
            std::ignore = order("k-1", u"4242424242424242"_s, n);
            for (int round = 0; round < 4; ++round) {
                if (!m_shop->isAlive(u"orders"_s))
                    m_shop->restart(u"orders"_s);
                m_shop->pass(std::chrono::seconds(2));
            }
        }
        m_shop->interfereWith({});
        if (!m_shop->isAlive(u"orders"_s))
            m_shop->restart(u"orders"_s);
        settle();
        QVERIFY2(crashes >= 8, qPrintable(u"%1 crashes"_s.arg(crashes)));
        std::ignore = balancedAndSettled();
    }

    // Two instances of orders on one database: what one left, the other settles; what one works on, it does
    // not touch.
    void anotherInstanceLeavesAloneWhatIsWorkedOn()
    {
        Cell other(*m_shop, u"orders"_s);
        bool wasStarted = false;
        m_shop->interfereWith([&](const Request &request, Moment moment) -> std::optional<Error> {
            if (request.endpoint.operation == u"POST /charges" && moment == Moment::Before && !wasStarted) {
                wasStarted = true;
                m_shop->pass(std::chrono::seconds(10)); // the first works, slowly, and says so
            }
            return std::nullopt;
        });
        QVERIFY(order("k-1", u"4242424242424242"_s));
        QVERIFY(wasStarted);
        QCOMPARE(balancedAndSettled(), 1);
        other.crash();
        QVERIFY(tests::support::turnUntil([&] { return other.isIdle(); }));
    }

    void anotherInstanceSettlesWhatACrashLeft()
    {
        Cell other(*m_shop, u"orders"_s);
        crashAt(u"POST /reservations/{id}/commit"_s, true, u"orders"_s);
        QVERIFY(!order("k-1", u"4242424242424242"_s));
        m_shop->interfereWith({});
        settle();
        m_shop->restart(u"orders"_s);
        QCOMPARE(balancedAndSettled(), 1);
        other.crash();
        QVERIFY(tests::support::turnUntil([&] { return other.isIdle(); }));
    }

    // Payments answer slowly while an order is unwound: nobody begins to unwind it once more.
    void whatIsBeingUnwoundIsUnwoundOnce()
    {
        int refunds = 0;
        m_shop->interfereWith([&](const Request &request, Moment moment) -> std::optional<Error> {
            if (request.endpoint.operation == u"POST /charges" && moment == Moment::After)
                return Error{Kind::TimedOut, u"No answer in time"_s, {}};
            if (request.endpoint.operation != u"POST /charges/{id}/refund" || moment == Moment::After)
                return std::nullopt;
            if (++refunds == 1)
                m_shop->pass(std::chrono::seconds(10));
            return std::nullopt;
        });
        QVERIFY(!order("k-1", u"4242424242424242"_s));
        settle();
        QCOMPARE(refunds, 1);
        QCOMPARE(balancedAndSettled(), 0);
    }

    void whoeverHasLostAnOrderChangesNothing()
    {
        m_shop->interfereWith([&](const Request &request, Moment moment) -> std::optional<Error> {
            if (request.endpoint.operation == u"POST /charges" && moment == Moment::After) {
                const auto stolen
                    = m_shop->database(u"orders"_s)
                          .execute(
                              u"UPDATE orders SET worker = 'another', held_until = held_until + 60000"_s);
                Q_ASSERT(stolen);
            }
            return std::nullopt;
        });
        const auto lost = order("k-1", u"4242424242424242"_s);
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, Kind::Unavailable); // it may come about: no clear no
        m_shop->interfereWith({});
        m_shop->pass(std::chrono::seconds(90));
        QCOMPARE(balancedAndSettled(), 0);
    }

private:
    // Every call of a purchase and of its undoing, before it arrives and after it was handled; with a card
    // that pays and with one that does not.
    static void everyPoint()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<bool>("before");
        QTest::addColumn<QString>("card");
        for (const auto &card : {u"4242424242424242"_s, u"4000000000000002"_s}) {
            for (const auto &operation :
                 {u"GET /cart"_s, u"POST /reservations"_s, u"POST /charges"_s,
                  u"POST /reservations/{id}/commit"_s, u"DELETE /reservations/{id}"_s}) {
                for (const bool before : {true, false}) {
                    QTest::addRow("%s %s, card %s", before ? "before" : "after", qPrintable(operation),
                                  qPrintable(card.last(4)))
                        << operation << before << card;
                }
            }
        }
    }
    // The event queue is fair: one hop for each turn of whoever waits.
    void crashAfter(int turns)
    {
        services::waiting::post(
            this, [this, turns] { turns == 0 ? m_shop->crash(u"orders"_s) : crashAfter(turns - 1); });
    }
    // Crashes a capability (empty: the one that is asked) once.
    void crashAt(const QString &operation, bool before, const QString &victim)
    {
        const auto moment = before ? Moment::Before : Moment::After;
        const auto isDone = std::make_shared<bool>(false);
        m_shop->interfereWith([=, this](const Request &request, Moment at) -> std::optional<Error> {
            if (*isDone || request.endpoint.operation != operation || at != moment
                || request.context.caller.value != u"orders")
                return std::nullopt;
            *isDone = true;
            m_shop->crash(victim.isEmpty() ? request.endpoint.capability.value : victim);
            return Error{victim.isEmpty() ? Kind::Reset : Kind::Cancelled, u"Crashed"_s, {}};
        });
    }
    Result<Reply> order(const QByteArray &key, const QString &card, int customer = 1)
    {
        return m_shop->ask({u"orders"_s,
                            u"POST /orders"_s,
                            {},
                            {},
                            body({{u"card"_s, card}}),
                            m_shop->session(customer),
                            key});
    }
    void settle() { m_shop->pass(std::chrono::seconds(25)); }
    // How many orders are confirmed.
    int balancedAndSettled()
    {
        const auto books = audit(*m_shop);
        [&] {
            QCOMPARE(books.wrong, QStringList());
            QCOMPARE(books.unsettled, 0);
            QCOMPARE(books.captured, books.confirmed);
        }();
        return books.confirmed;
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

QTEST_GUILESS_MAIN(OrderSagaTest)
#include "tst_ordersaga.moc"
