// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/payments/card.h>

#include <QTest>

#include <tests/localshop/localshop.h>

using namespace Qt::StringLiterals;
using namespace services::shop;
using namespace tests::localshop;
using model::result::Kind;

namespace {

QJsonObject demand(const QString &card = u"4242424242424242"_s)
{
    return {{u"order"_s, u"o-1"_s}, {u"amount"_s, 1999}, {u"card"_s, card}};
}

} // namespace

class PaymentsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    void aCardIsCharged()
    {
        const auto charged = charge("k-1");
        QVERIFY(charged);
        QCOMPARE(charged->status, 201);
        QCOMPARE(charged->location, QByteArray("/charges/k-1"));
        const auto shown = json(m_shop->ask({u"payments"_s, u"GET /charges/{id}"_s, {{u"id"_s, u"k-1"_s}}}));
        QCOMPARE(shown, json(charged));
        QCOMPARE(shown[u"amount"_s].toInteger(), 1999);
        QCOMPARE(shown[u"state"_s].toString(), u"captured"_s);
        QCOMPARE(shown[u"lastDigits"_s].toString(), u"4242"_s);
    }

    void theNumberOfACardIsNotKept()
    {
        QVERIFY(charge("k-1"));
        m_shop->crash(u"payments"_s);
        m_shop->restart(u"payments"_s);
        QByteArray stored;
        for (const auto &ending : {u""_s, u"-wal"_s}) {
            QFile file(m_shop->file(u"payments"_s) + ending);
            if (file.open(QIODevice::ReadOnly))
                stored += file.readAll();
        }
        QVERIFY(stored.contains("k-1"));
        QVERIFY(!stored.contains("4242424242424242"));
    }

    void aRepeatGetsTheSameAnswerAndChargesNothing()
    {
        const auto first = charge("k-1");
        m_shop->clock().advance(std::chrono::hours(1));
        const auto second = charge("k-1");
        QVERIFY(first && second);
        QCOMPARE(second->body, first->body);
        QCOMPARE(count(), 1);
    }

    void aKeyStandsForOneChargeOnly_data()
    {
        QTest::addColumn<QJsonObject>("other");
        auto order = demand();
        order[u"order"_s] = u"o-2"_s;
        auto amount = demand();
        amount[u"amount"_s] = 1;
        QTest::newRow("another order") << order;
        QTest::newRow("another amount") << amount;
        QTest::newRow("another card") << demand(u"5555555555554444"_s);
        QTest::newRow("another card with the same last digits") << demand(u"378282246310005"_s);
    }
    void aKeyStandsForOneChargeOnly()
    {
        QFETCH(QJsonObject, other);
        QVERIFY(charge("k-1"));
        const auto refused = charge("k-1", other);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::Conflict);
        QCOMPARE(count(), 1);
    }

    void theSameCardTypedDifferentlyIsTheSame()
    {
        QVERIFY(charge("k-1"));
        QVERIFY(charge("k-1", demand(u"4242 4242-4242 4242"_s)));
    }

    void testNumbersAreDeclined_data()
    {
        QTest::addColumn<QString>("card");
        QTest::addColumn<QString>("reason");
        QTest::newRow("declined") << u"4000000000000002"_s << u"declined"_s;
        QTest::newRow("no money") << u"4000000000009995"_s << u"not enough money"_s;
        QTest::newRow("lost") << u"4000000000009987"_s << u"lost"_s;
        QTest::newRow("stolen") << u"4000000000009979"_s << u"stolen"_s;
        QTest::newRow("expired") << u"4000 0000 0000 0069"_s << u"expired"_s;
        QTest::newRow("security code") << u"4000000000000127"_s << u"security code"_s;
        QTest::newRow("processing error") << u"4000000000000119"_s << u"could not process"_s;
    }
    void testNumbersAreDeclined()
    {
        QFETCH(QString, card);
        QFETCH(QString, reason);
        for (int time = 0; time < 2; ++time) {
            const auto declined = charge("k-1", demand(card));
            QVERIFY(!declined);
            QCOMPARE(declined.error().kind, Kind::Declined);
            QCOMPARE(declined.error().subject, u"/card"_s);
            QVERIFY2(declined.error().message.contains(reason), qPrintable(declined.error().message));
        }
        QCOMPARE(count(), 1);
    }

    void aChargeIsRefundedOnce()
    {
        QVERIFY(charge("k-1"));
        const auto first = refund(u"k-1"_s);
        const auto second = refund(u"k-1"_s);
        QCOMPARE(json(first)[u"state"_s].toString(), u"refunded"_s);
        QVERIFY(second && second->body == first->body);
        QCOMPARE(json(charge("k-1"))[u"state"_s].toString(), u"refunded"_s);
    }

    void whatTookNoMoneyIsNotRefunded()
    {
        QCOMPARE(refund(u"k-1"_s).error().kind, Kind::NotFound);
        QVERIFY(!charge("k-1", demand(u"4000000000000002"_s)));
        QCOMPARE(refund(u"k-1"_s).error().kind, Kind::Conflict);
        QVERIFY2(refund(u"k-1"_s, "k-1"), "to whoever lost the answer it is settled");
    }

    void aChargeThatWasCalledOffIsRefusedWhenItArrives()
    {
        const auto calledOff = refund(u"k-1"_s, "k-1");
        QCOMPARE(json(calledOff)[u"state"_s].toString(), u"cancelled"_s);
        QVERIFY2(refund(u"k-1"_s, "k-1"), "a repeat");
        const auto late = charge("k-1");
        QVERIFY(!late);
        QCOMPARE(late.error().kind, Kind::Conflict);
        QVERIFY2(!refund(u"k-2"_s, "k-1"), "another's key calls nothing off");
    }

    void chargesSurviveACrash()
    {
        QVERIFY(charge("k-1"));
        m_shop->crash(u"payments"_s);
        QCOMPARE(charge("k-1").error().kind, Kind::Unavailable);
        m_shop->restart(u"payments"_s);
        QVERIFY(charge("k-1"));
        QCOMPARE(count(), 1);
    }

    void aWrongDemandNamesTheField_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("subject");
        const auto changed = [](const QString &field, const QJsonValue &value) {
            auto object = demand();
            object.insert(field, value);
            return body(object);
        };
        QTest::newRow("no key") << body(demand()) << QByteArray() << u"Idempotency-Key"_s;
        QTest::newRow("a key with a slash") << body(demand()) << QByteArray("a/b") << u"Idempotency-Key"_s;
        QTest::newRow("a key with a letter of two bytes")
            << body(demand()) << QByteArray("ä") << u"Idempotency-Key"_s;
        QTest::newRow("a key of 101 letters")
            << body(demand()) << QByteArray(101, 'k') << u"Idempotency-Key"_s;
        QTest::newRow("no JSON") << QByteArray("amount=3") << QByteArray("k") << QString();
        QTest::newRow("no order") << changed(u"order"_s, QJsonValue::Undefined) << QByteArray("k")
                                  << u"/order"_s;
        QTest::newRow("a negative amount") << changed(u"amount"_s, -1) << QByteArray("k") << u"/amount"_s;
        QTest::newRow("half a cent") << changed(u"amount"_s, 0.5) << QByteArray("k") << u"/amount"_s;
        QTest::newRow("an amount in words")
            << changed(u"amount"_s, u"1999"_s) << QByteArray("k") << u"/amount"_s;
        QTest::newRow("an endless amount") << changed(u"amount"_s, 1e300) << QByteArray("k") << u"/amount"_s;
        QTest::newRow("a wrong check digit")
            << body(demand(u"4242424242424241"_s)) << QByteArray("k") << u"/card"_s;
        QTest::newRow("too few digits") << body(demand(u"42"_s)) << QByteArray("k") << u"/card"_s;
        QTest::newRow("letters") << body(demand(u"4242x4242y42424242"_s)) << QByteArray("k") << u"/card"_s;
        QTest::newRow("other scripts' digits") << body(demand(
            u"\u0664\u0662\u0664\u0662\u0664\u0662\u0664\u0662\u0664\u0662\u0664\u0662\u0664\u0662\u0664\u0662"_s))
                                               << QByteArray("k") << u"/card"_s;
        QTest::newRow("a card which is a number")
            << changed(u"card"_s, 4242424242424242.0) << QByteArray("k") << u"/card"_s;
    }
    void aWrongDemandNamesTheField()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, key);
        QFETCH(QString, subject);
        const auto refused = m_shop->ask({u"payments"_s, u"POST /charges"_s, {}, {}, request, {}, key});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Kind::InvalidInput);
        QCOMPARE(refused.error().subject, subject);
        QCOMPARE(count(), 0);
    }

    void checkDigits_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("right");
        QTest::newRow("Visa") << u"4012888888881881"_s << true;
        QTest::newRow("Mastercard") << u"5105105105105100"_s << true;
        QTest::newRow("American Express") << u"371449635398431"_s << true;
        QTest::newRow("two digits swapped") << u"4012888888888181"_s << false;
        QTest::newRow("zeros") << u"000000000000"_s << true;
        QTest::newRow("nothing") << QString() << false;
    }
    void checkDigits()
    {
        QFETCH(QString, number);
        QFETCH(bool, right);
        QCOMPARE(payments::cardNumber(number).has_value(), right);
    }

private:
    Result<Reply> charge(const QByteArray &key, const QJsonObject &object = demand())
    {
        return m_shop->ask({u"payments"_s, u"POST /charges"_s, {}, {}, body(object), {}, key});
    }
    Result<Reply> refund(const QString &id, const QByteArray &key = {})
    {
        return m_shop->ask({u"payments"_s, u"POST /charges/{id}/refund"_s, {{u"id"_s, id}}, {}, {}, {}, key});
    }
    int count()
    {
        const auto counted
            = m_shop->database(u"payments"_s)
                  .select<int>(u"SELECT count(*) FROM payments_charges"_s, {},
                               [](const auto &row) { return static_cast<int>(row.integer(0)); });
        return counted->front();
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

QTEST_GUILESS_MAIN(PaymentsTest)
#include "tst_payments.moc"
