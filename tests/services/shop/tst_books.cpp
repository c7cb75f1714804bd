// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/audit/books.h>

#include <QJsonArray>
#include <QTest>

#include <tests/localshop/localshop.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tests::localshop;
using namespace services::shop::audit;

namespace {

const auto orderPlaced = u"order.placed"_s;
const auto shipmentCreated = u"shipment.created"_s;
const auto chargeAgain
    = u"INSERT INTO payments_charges SELECT 'again', order_id, amount, currency, last_digits, card_salt,"
      " card_digest, state, reason, created_at FROM payments_charges"_s;

} // namespace

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
        const auto books = read();
        QCOMPARE(sentences(books), QStringList());
        QCOMPARE(books.inFlight, 0);
        QCOMPARE(books.waiting, 0);
        QCOMPARE(books.moving, QStringList());
        const auto &sums = books.sums;
        QCOMPARE(sums.confirmed, 1);
        QCOMPARE(sums.charges, 1);
        QVERIFY(sums.charged > 0);
        QCOMPARE(sums.charged, sums.ordered);
        QVERIFY(sums.piecesTaken > 0);
        QCOMPARE(sums.piecesTaken, sums.piecesOrdered);
        QCOMPARE(sums.parcels, 1);
        QCOMPARE(sums.mails, 2);
        // Five steps of the order, one charge, and stock that was set aside and then taken.
        QCOMPARE(books.effort, (Effort{1, 5 + 1 + 2, 0, 0, false}));
    }

    void tellByHowMuchASumIsWrong()
    {
        falsify(u"recommendations"_s,
                u"UPDATE recommendations_products SET sold = sold + 3"
                " WHERE id = (SELECT min(id) FROM recommendations_products)"_s);
        const auto books = read();
        QCOMPARE(damages(books), QStringList{u"event-acted-on-twice"_s});
        QCOMPARE(books.wrong.front().subject, QString());
        QCOMPARE(books.wrong.front().amount, 3);
    }

    void tellWhereOneTransactionWouldDo()
    {
        m_shop.reset();
        m_shop = std::make_unique<LocalShop>(*m_files, Shape::Monolith);
        QCOMPARE(read().effort, (Effort{0, 0, 0, 0, true}));
    }

    void tellWhatWasUndoneAndTakenUp()
    {
        falsify(u"orders"_s, u"UPDATE orders SET state = 'charged', tries = tries + 1"_s);
        falsify(u"orders"_s, u"UPDATE orders SET state = 'unwinding'"_s);
        falsify(u"payments"_s, u"UPDATE payments_charges SET state = 'refunded'"_s);
        const auto effort = read().effort;
        QCOMPARE(effort.undone, 1);
        QCOMPARE(effort.takenUp, 1);
        QCOMPARE(effort.commits, 8 + 2 + 1);
    }

    void noticeWhatIsWrong_data();
    void noticeWhatIsWrong()
    {
        QFETCH(QString, capability);
        QFETCH(QString, sql);
        QFETCH(QString, damage);
        QFETCH(QString, sentence);
        falsify(capability, sql);
        const auto books = read();
        QVERIFY2(sentences(books).join(u'\n').contains(sentence), qPrintable(sentences(books).join(u'\n')));
        const auto isIt = [&](const Finding &finding) {
            return finding.sentence.contains(sentence)
                && QLatin1StringView(description(finding.damage).word) == damage;
        };
        QVERIFY2(std::ranges::any_of(books.wrong, isIt), "it has another name");
    }

    void nameEachKindOnce()
    {
        QSet<QByteArray> words;
        for (const auto damage : services::shop::audit::allDamages()) {
            const auto &each = description(damage);
            QVERIFY(!words.contains(each.word));
            words.insert(each.word);
            QVERIFY(QByteArrayView(each.title).size() > 0);
            QVERIFY(QByteArrayView(each.meaning).endsWith('.'));
        }
        QCOMPARE(words.size(), static_cast<int>(Damage::EventMadeUp) + 1);
    }

    void noticeTwoChargesOfAnOrderThatIsNotSettled()
    {
        falsify(u"orders"_s, u"UPDATE orders SET state = 'charged'"_s);
        falsify(u"payments"_s, chargeAgain);
        const auto books = read();
        QCOMPARE(books.inFlight, 1);
        QVERIFY2(sentences(books).join(u'\n').contains(u"is not settled and was charged 2 times"_s),
                 qPrintable(sentences(books).join(u'\n')));
    }

    void stockIsHeldForWhoNeedsIt_data()
    {
        QTest::addColumn<QString>("order"); // for which it is held
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("damage");
        QTest::newRow("the order did not come about")
            << u"o-held"_s << u"compensated"_s << u"stock-held-for-nobody"_s;
        QTest::newRow("the order has its stock") << QString() << u"refused"_s << u"stock-held-for-nobody"_s;
        QTest::newRow("nobody knows the order") << u"o-none"_s << u"compensated"_s << u"stock-forgotten"_s;
        QTest::newRow("the order is not settled") << u"o-held"_s << u"reserved"_s << QString();
    }
    void stockIsHeldForWhoNeedsIt()
    {
        QFETCH(QString, order);
        QFETCH(QString, state);
        QFETCH(QString, damage);
        hold(order.isEmpty() ? confirmedOrder() : order, state);
        const auto books = read();
        QCOMPARE(damages(books), damage.isEmpty() ? QStringList() : QStringList{damage});
        QCOMPARE(books.inFlight, damage.isEmpty() ? 1 : 0);
    }

    void countWhatIsNotSettledYet()
    {
        // Nobody has heard of it, as it is not confirmed.
        for (const auto &[capability, sql] :
             {std::pair(u"orders"_s, u"UPDATE orders SET state = 'charged'"_s),
              std::pair(u"shipping"_s, u"DELETE FROM shipping_shipments"_s),
              std::pair(u"notifications"_s, u"DELETE FROM notifications_messages"_s),
              std::pair(u"cart"_s, u"DELETE FROM cart_generations"_s)})
            falsify(capability, sql);
        falsify(u"recommendations"_s,
                u"UPDATE recommendations_products SET sold = sold - %1 WHERE id ="
                " (SELECT id FROM recommendations_products ORDER BY sold DESC LIMIT 1)"_s.arg(
                    read().sums.piecesTaken));
        const auto books = read();
        QCOMPARE(sentences(books), QStringList());
        QCOMPARE(books.sums.confirmed, 0);
        QCOMPARE(books.inFlight, 1);
        QVERIFY(books.moving.join(u'\n').contains(u"1 order is not settled"_s));
    }

    void whatWaitsIsNotLost_data()
    {
        QTest::addColumn<std::optional<Mailboxes>>("mailboxes");
        QTest::addColumn<QStringList>("lost");
        QTest::addColumn<int>("waiting");
        const Mailbox both{{{orderPlaced, 1}, {shipmentCreated, 1}}, 0, {}};
        const Mailbox one{{{orderPlaced, 1}}, 0, {}};
        const Mailbox dead{{}, 2, {{orderPlaced, u"THE ORDER"_s}}};
        using Known = std::optional<Mailboxes>;
        const QStringList none;
        QTest::newRow("in the queue") << Known(Mailboxes{{u"notifications"_s, both}}) << none << 2;
        QTest::newRow("among the dead letters, one of which nobody knows")
            << Known(Mailboxes{{u"notifications"_s, dead}}) << none << 2;
        QTest::newRow("nobody can be asked") << Known() << none << 0;
        QTest::newRow("one of them only")
            << Known(Mailboxes{{u"notifications"_s, one}}) << QStringList{u"event-lost"_s} << 1;
        QTest::newRow("in the queue of somebody else")
            << Known(Mailboxes{{u"shipping"_s, both}}) << QStringList{u"event-lost"_s, u"event-lost"_s} << 2;
        QTest::newRow("nowhere") << Known(Mailboxes()) << QStringList{u"event-lost"_s, u"event-lost"_s} << 0;
    }
    void whatWaitsIsNotLost()
    {
        QFETCH(std::optional<Mailboxes>, mailboxes);
        QFETCH(QStringList, lost);
        QFETCH(int, waiting);
        falsify(u"notifications"_s, u"DELETE FROM notifications_messages"_s);
        if (mailboxes && mailboxes->value(u"notifications"_s).setAside > 0)
            (*mailboxes)[u"notifications"_s].setAsideKeys = {{orderPlaced, confirmedOrder()}};
        const auto books = readBooks(files(), mailboxes);
        QVERIFY(books);
        QCOMPARE(damages(*books), lost);
        QCOMPARE(books->waiting, waiting);
    }

    void whatIsInAnOutboxWaits()
    {
        const auto again = m_shop->ask({u"orders"_s,
                                        u"POST /orders"_s,
                                        {},
                                        {},
                                        body({{u"card"_s, u"4242424242424242"_s}}),
                                        m_shop->session(2),
                                        "k"});
        QVERIFY(again);
        const auto books = read();
        QCOMPARE(sentences(books), QStringList());
        QCOMPARE(books.sums.confirmed, 2);
        QCOMPARE(books.sums.parcels, 1);
        QCOMPARE(books.waiting, 1);
        QVERIFY(books.moving.join(u'\n').contains(u"1 message is still in the outbox"_s));
        falsify(u"orders"_s, u"DELETE FROM outbox"_s);
        QCOMPARE(damages(read()), QStringList(4, u"event-lost"_s)); // parcel, mail, cart, recommendations
    }

    void needTheirFiles()
    {
        auto missing = files();
        missing[u"payments"_s] += u".gone"_s;
        const auto books = readBooks(missing, Mailboxes());
        QVERIFY(!books);
        QCOMPARE(books.error().kind, model::result::Kind::NotFound);
        QCOMPARE(books.error().subject, missing[u"payments"_s]);
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
    void falsify(const QString &capability, const QString &sql)
    {
        const auto falsified = m_shop->database(capability).execute(sql);
        QVERIFY2(falsified, qPrintable(falsified ? QString() : falsified.error().message));
        QVERIFY(*falsified > 0);
    }
    QString confirmedOrder()
    {
        return m_shop->database(u"orders"_s)
            .select<QString>(u"SELECT id FROM orders WHERE state = 'confirmed'"_s, {},
                             [](const auto &row) { return row.text(0); })
            ->front();
    }
    services::shop::audit::BookFiles files() const
    {
        services::shop::audit::BookFiles files;
        for (const auto &capability : capabilities())
            files[capability] = m_shop->file(capability);
        return files;
    }
    Books read() const { return readBooks(files(), Mailboxes()).value_or(Books()); }
    static QStringList sentences(const Books &books)
    {
        QStringList found;
        for (const auto &finding : books.wrong)
            found.append(finding.sentence);
        return found;
    }
    static QStringList damages(const Books &books)
    {
        QStringList found;
        for (const auto &finding : books.wrong)
            found.append(QString::fromLatin1(description(finding.damage).word));
        return found;
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

void BooksTest::noticeWhatIsWrong_data()
{
    QTest::addColumn<QString>("capability");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("sentence");
    const auto row
        = [](const char *name, const QString &capability, const QString &sql, const QString &damage,
             const QString &sentence) { QTest::newRow(name) << capability << sql << damage << sentence; };
    row("a charge is lost", u"payments"_s, u"DELETE FROM payments_charges"_s, u"not-charged"_s,
        u"nobody has paid for it"_s);
    row("charged twice", u"payments"_s, chargeAgain, u"charged-twice"_s, u"was charged 2 times"_s);
    row("charged too much", u"payments"_s, u"UPDATE payments_charges SET amount = amount + 1"_s,
        u"charged-wrongly"_s, u"were charged"_s);
    row("refunded", u"payments"_s, u"UPDATE payments_charges SET state = 'refunded'"_s, u"not-charged"_s,
        u"nobody has paid for it"_s);
    row("charged for nothing", u"payments"_s, u"UPDATE payments_charges SET order_id = 'o-none'"_s,
        u"charged-and-forgotten"_s, u"Nobody knows an order o-none, but its charge is captured"_s);
    row("no stock taken", u"inventory"_s, u"UPDATE inventory_reservations SET state = 'released'"_s,
        u"stock-not-taken"_s, u"its stock was not taken"_s);
    row("stock taken for nothing", u"inventory"_s, u"UPDATE inventory_reservations SET order_id = 'o-none'"_s,
        u"stock-forgotten"_s, u"Nobody knows an order o-none, but its stock is taken"_s);
    row("other stock taken", u"inventory"_s,
        u"UPDATE inventory_reservation_items SET quantity = quantity + 1"_s, u"wrong-stock-taken"_s,
        u"other stock than it lists"_s);
    row("sold is not what was taken", u"inventory"_s,
        u"UPDATE inventory_stock SET sold = sold + 1, available = available - 1 WHERE product = 'p-0001'"_s,
        u"stock-miscounted"_s, u"p-0001: 1 pieces count as sold, but committed reservations took 0"_s);
    row("held is not what is reserved", u"inventory"_s,
        u"UPDATE inventory_stock SET held = held + 2, available = available - 2 WHERE product = 'p-0001'"_s,
        u"stock-miscounted"_s, u"p-0001: 2 pieces count as held, but open reservations hold 0"_s);
    row("stock is given back twice", u"inventory"_s,
        u"UPDATE inventory_stock SET available = available + 3 WHERE product = 'p-0001'"_s,
        u"stock-miscounted"_s, u"p-0001: of 1000000 pieces that came in 1000003 are accounted for"_s);
    row("stock is taken from nowhere", u"inventory"_s,
        u"UPDATE inventory_stock SET available = 1000000 WHERE sold > 0"_s, u"stock-miscounted"_s,
        u"are accounted for"_s);
    row("the order did not come about", u"orders"_s, u"UPDATE orders SET state = 'compensated'"_s,
        u"charged-for-nothing"_s, u"did not come about, but its charge is captured"_s);
    row("the order did not come about, and its stock is gone", u"orders"_s,
        u"UPDATE orders SET state = 'compensated'"_s, u"stock-taken-for-nothing"_s,
        u"did not come about, but its stock is taken"_s);
    row("the order is lost", u"orders"_s, u"DELETE FROM orders"_s, u"charged-and-forgotten"_s,
        u"Nobody knows an order"_s);
    row("no parcel", u"shipping"_s, u"DELETE FROM shipping_shipments"_s, u"event-lost"_s,
        u"shipping has not sent the parcel of order"_s);
    row("a parcel of nothing", u"shipping"_s, u"UPDATE shipping_shipments SET order_id = 'o-none'"_s,
        u"event-made-up"_s, u"shipping has sent the parcel of order o-none, for which there was no reason"_s);
    row("two parcels", u"shipping"_s,
        u"INSERT INTO shipping_shipments SELECT 'again', order_id, account, carrier, tracking, created_at"
        " FROM shipping_shipments"_s,
        u"event-acted-on-twice"_s, u"2 times instead of 1"_s);
    row("no mails", u"notifications"_s, u"DELETE FROM notifications_messages"_s, u"event-lost"_s,
        u"notifications has not mailed the confirmation of order"_s);
    row("no mail that it was sent", u"notifications"_s,
        u"DELETE FROM notifications_messages WHERE kind = 'order-shipped'"_s, u"event-lost"_s,
        u"notifications has not mailed that the parcel has left of order"_s);
    row("two mails", u"notifications"_s,
        u"INSERT INTO notifications_messages SELECT 'again', order_id, account, email, kind, subject, body,"
        " sent_at FROM notifications_messages WHERE kind = 'order-confirmed'"_s,
        u"event-acted-on-twice"_s, u"mailed the confirmation of order"_s);
    row("the cart is as it was", u"cart"_s, u"DELETE FROM cart_generations"_s, u"event-lost"_s,
        u"cart has not taken an order out of the cart of a-001"_s);
    row("the cart was emptied twice", u"cart"_s, u"UPDATE cart_generations SET generation = 2"_s,
        u"event-acted-on-twice"_s, u"cart has taken an order out of the cart of a-001 2 times"_s);
    row("the recommendations count twice", u"recommendations"_s,
        u"UPDATE recommendations_products SET sold = sold + 1"_s, u"event-acted-on-twice"_s,
        u"recommendations has counted"_s);
    row("the recommendations do not count", u"recommendations"_s,
        u"UPDATE recommendations_products SET sold = 0"_s, u"event-lost"_s, u"recommendations has counted"_s);
    row("the index does not know a change", u"catalogue"_s,
        u"UPDATE catalogue_products SET version = version + 1 WHERE id = 'p-0007'"_s, u"event-lost"_s,
        u"search has not put into its index p-0007"_s);
}

QTEST_GUILESS_MAIN(BooksTest)
#include "tst_books.moc"
