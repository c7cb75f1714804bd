// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/audit/books.h>

#include <QJsonArray>
#include <QTest>

#include <tests/localshop/localshop.h>

using namespace Qt::StringLiterals;
using namespace tests::localshop;
using services::shop::audit::readBooks;

// An audit that cannot fail proves nothing: one purchase, and then each way in which books can be wrong.
class BooksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init()
    {
        m_shop = std::make_unique<LocalShop>(*m_files);
        const QJsonObject card{{u"card"_s, u"4242424242424242"_s}};
        const auto order
            = m_shop->ask({u"orders"_s, u"POST /orders"_s, {}, {}, body(card), m_shop->session(), "the-key"});
        QVERIFY2(order, qPrintable(order ? QString() : order.error().message));
        m_shop->pump();
    }
    void cleanup() { m_shop.reset(); }

    void balanceAfterAPurchase()
    {
        const auto books = readBooks(files());
        QVERIFY(books);
        QCOMPARE(books->wrong, QStringList());
        QCOMPARE(books->confirmed, 1);
        QCOMPARE(books->inFlight, 0);
    }

    void noticeWhatIsWrong_data();
    void noticeWhatIsWrong()
    {
        QFETCH(QString, capability);
        QFETCH(QString, sql);
        QFETCH(QString, sentence);
        const auto falsified = m_shop->database(capability).execute(sql);
        QVERIFY2(falsified, qPrintable(falsified ? QString() : falsified.error().message));
        QVERIFY(*falsified > 0);
        const auto books = readBooks(files());
        QVERIFY(books);
        QVERIFY2(books->wrong.join(u'\n').contains(sentence), qPrintable(books->wrong.join(u'\n')));
    }

    void noticeTwoChargesOfAnOrderThatIsNotSettled()
    {
        QVERIFY(m_shop->database(u"orders"_s).execute(u"UPDATE orders SET state = 'charged'"_s));
        QVERIFY(m_shop->database(u"payments"_s)
                    .execute(u"INSERT INTO payments_charges SELECT 'again', order_id, amount, currency,"
                             " last_digits, card_salt, card_digest, state, reason, created_at"
                             " FROM payments_charges"_s));
        const auto books = readBooks(files());
        QVERIFY(books);
        QCOMPARE(books->inFlight, 1);
        QVERIFY2(books->wrong.join(u'\n').contains(u"is not settled and has 2 captured charges"_s),
                 qPrintable(books->wrong.join(u'\n')));
    }

    void stockIsHeldForNobodyOnlyUntilItsTimeIsUp_data()
    {
        QTest::addColumn<QString>("order"); // for which it is held
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("inFlight");
        QTest::addColumn<int>("wrongLater");
        QTest::newRow("the order did not come about") << u"o-held"_s << u"compensated"_s << 1 << 1;
        QTest::newRow("nobody knows the order") << u"o-none"_s << u"compensated"_s << 1 << 1;
        QTest::newRow("the order is not settled") << u"o-held"_s << u"reserved"_s << 1 << 0;
    }
    void stockIsHeldForNobodyOnlyUntilItsTimeIsUp()
    {
        QFETCH(QString, order);
        QFETCH(QString, state);
        QFETCH(int, inFlight);
        QFETCH(int, wrongLater);
        hold(order, state);
        const auto now = m_shop->clock().wallTime();
        const auto soon = readBooks(files(), now);
        QVERIFY(soon);
        QCOMPARE(soon->wrong, QStringList());
        QCOMPARE(soon->inFlight, inFlight);
        const auto later = readBooks(files(), now + std::chrono::minutes(10));
        QVERIFY(later);
        QCOMPARE(later->wrong.size(), wrongLater);
        QCOMPARE(later->inFlight, inFlight - wrongLater);
    }

    void countWhatIsNotSettledYet()
    {
        QVERIFY(m_shop->database(u"orders"_s).execute(u"UPDATE orders SET state = 'charged'"_s));
        const auto books = readBooks(files());
        QVERIFY(books);
        QCOMPARE(books->wrong, QStringList());
        QCOMPARE(books->confirmed, 0);
        QCOMPARE(books->inFlight, 1);
    }

    void needTheirFiles()
    {
        auto missing = files();
        missing.payments += u".gone"_s;
        const auto books = readBooks(missing);
        QVERIFY(!books);
        QCOMPARE(books.error().kind, model::result::Kind::NotFound);
        QCOMPARE(books.error().subject, missing.payments);
    }

private:
    // A reservation for `order`; the one order "o-held" is in `state`.
    void hold(const QString &order, const QString &state)
    {
        const auto reserved = m_shop->ask(
            {u"inventory"_s,
             u"POST /reservations"_s,
             {},
             {},
             body({{u"order"_s, order},
                   {u"items"_s, QJsonArray{QJsonObject{{u"product"_s, u"p-0001"_s}, {u"quantity"_s, 2}}}}}),
             {},
             "reservation-held"});
        QVERIFY(reserved);
        QVERIFY(m_shop->database(u"orders"_s)
                    .execute(u"INSERT INTO orders (id, account, email, name, idempotency_key, attempt, state,"
                             " total, currency, lines, placed_at, trace, worker, held_until)"
                             " SELECT 'o-held', account, email, name, 'held', 1, ?, total, currency, lines,"
                             " placed_at, trace, '', 0 FROM orders"_s,
                             {state}));
    }
    services::shop::audit::BookFiles files() const
    {
        return {m_shop->file(u"orders"_s), m_shop->file(u"payments"_s), m_shop->file(u"inventory"_s)};
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

void BooksTest::noticeWhatIsWrong_data()
{
    QTest::addColumn<QString>("capability");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QString &capability, const QString &sql,
                        const QString &sentence) { QTest::newRow(name) << capability << sql << sentence; };
    row("a charge is lost", u"payments"_s, u"DELETE FROM payments_charges"_s, u"with 0 captured charges"_s);
    row("charged twice", u"payments"_s,
        u"INSERT INTO payments_charges SELECT 'again', order_id, amount, currency, last_digits, card_salt,"
        " card_digest, state, reason, created_at FROM payments_charges"_s,
        u"with 2 captured charges"_s);
    row("charged too much", u"payments"_s, u"UPDATE payments_charges SET amount = amount + 1"_s,
        u"were captured"_s);
    row("refunded", u"payments"_s, u"UPDATE payments_charges SET state = 'refunded'"_s,
        u"with 0 captured charges"_s);
    row("charged for nothing", u"payments"_s, u"UPDATE payments_charges SET order_id = 'o-none'"_s,
        u"Nobody knows an order o-none, but its charge is captured"_s);
    row("no stock taken", u"inventory"_s, u"UPDATE inventory_reservations SET state = 'released'"_s,
        u"with 0 committed reservations"_s);
    row("stock taken for nothing", u"inventory"_s, u"UPDATE inventory_reservations SET order_id = 'o-none'"_s,
        u"Nobody knows an order o-none, but its stock is taken"_s);
    row("other stock taken", u"inventory"_s,
        u"UPDATE inventory_reservation_items SET quantity = quantity + 1"_s, u"other stock than it lists"_s);
    row("sold is not what was taken", u"inventory"_s,
        u"UPDATE inventory_stock SET sold = sold + 1, available = available - 1 WHERE product = 'p-0001'"_s,
        u"p-0001: 1 pieces count as sold, but committed reservations took 0"_s);
    row("held is not what is reserved", u"inventory"_s,
        u"UPDATE inventory_stock SET held = held + 2, available = available - 2 WHERE product = 'p-0001'"_s,
        u"p-0001: 2 pieces count as held, but open reservations hold 0"_s);
    row("stock is given back twice", u"inventory"_s,
        u"UPDATE inventory_stock SET available = available + 3 WHERE product = 'p-0001'"_s,
        u"p-0001: of 1000000 pieces that came in 1000003 are accounted for"_s);
    row("stock is taken from nowhere", u"inventory"_s,
        u"UPDATE inventory_stock SET available = 1000000 WHERE sold > 0"_s, u"are accounted for"_s);
    row("the order did not come about", u"orders"_s, u"UPDATE orders SET state = 'compensated'"_s,
        u"did not come about, but its charge is captured"_s);
    row("the order is lost", u"orders"_s, u"DELETE FROM orders"_s, u"Nobody knows an order"_s);
}

QTEST_GUILESS_MAIN(BooksTest)
#include "tst_books.moc"
