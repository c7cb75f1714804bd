// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/events/orderplaced.h>
#include <services/shop/events/publishing.h>
#include <services/shop/events/shipmentcreated.h>

#include <QJsonArray>
#include <QTest>

#include <tests/localshop/localshop.h>

using namespace Qt::StringLiterals;
using namespace services::shop;
using namespace tests::localshop;
using model::result::Kind;

namespace {

events::OrderPlaced placed(const QString &order)
{
    return {.order = order,
            .account = LocalShop::account(),
            .email = u"shopper-001@example.test"_s,
            .name = u"100 %1 %2"_s,
            .total = 1205,
            .currency = u"EUR"_s,
            .items = {{.product = u"p-1"_s, .name = u"Lamp %3"_s, .price = 400, .quantity = 3},
                      {.product = u"p-2"_s, .name = u"Pin"_s, .price = 5, .quantity = 1}},
            .placedAt = {}};
}

services::contract::Event eventOf(const events::OrderPlaced &order)
{
    return events::makeEvent(u"order.placed"_s, order.order, events::toPayload(order), {});
}

} // namespace

// What follows an order: the parcel and the mails.
class ShippingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    void anOrderIsShippedAndWrittenAboutOnce()
    {
        const auto event = eventOf(placed(u"o-1"_s));
        m_shop->publish(event);
        m_shop->publish(event);
        m_shop->pump(2);
        QCOMPARE(parcels(u"o-1"_s).size(), 1);
        QCOMPARE(mails(u"o-1"_s).size(), 2);
    }

    void aParcelHasACarrierAndANumber()
    {
        m_shop->publish(eventOf(placed(u"o-1"_s)));
        m_shop->publish(eventOf(placed(u"o-2"_s)));
        m_shop->pump();
        const QJsonObject first = parcels(u"o-1"_s).at(0).toObject();
        const QJsonObject second = parcels(u"o-2"_s).at(0).toObject();
        QCOMPARE(first[u"order"_s].toString(), u"o-1"_s);
        QVERIFY(!first[u"carrier"_s].toString().isEmpty());
        QVERIFY(first[u"tracking"_s].toString() != second[u"tracking"_s].toString());
        QCOMPARE(parcels({}).size(), 2);
    }

    void mailsSayWhatWasOrderedAndWhereItIs()
    {
        m_shop->publish(eventOf(placed(u"o-1"_s)));
        m_shop->pump();
        const auto confirmation = mail(u"o-1"_s, u"order-confirmed"_s);
        QVERIFY(confirmation[u"subject"_s].toString().contains(u"o-1"_s));
        const auto text = confirmation[u"body"_s].toString();
        QVERIFY2(text.contains(u"Dear 100 %1 %2,"_s), qPrintable(text));
        QVERIFY2(text.contains(u"3 x Lamp %3, 12.00 EUR"_s), qPrintable(text));
        QVERIFY2(text.contains(u"1 x Pin, 0.05 EUR"_s), qPrintable(text));
        QVERIFY2(text.contains(u"Total: 12.05 EUR"_s), qPrintable(text));
        const auto notice = mail(u"o-1"_s, u"order-shipped"_s);
        QVERIFY(notice[u"body"_s].toString().contains(parcels(u"o-1"_s).at(0)[u"tracking"_s].toString()));
    }

    void whatComesWhileTheyAreDeadIsDoneLater()
    {
        m_shop->crash(u"shipping"_s);
        m_shop->crash(u"notifications"_s);
        m_shop->publish(eventOf(placed(u"o-1"_s)));
        m_shop->pump();
        QCOMPARE(m_shop->queued(u"shipping"_s), 1U);
        QCOMPARE(m_shop->queued(u"notifications"_s), 1U);
        m_shop->restart(u"notifications"_s);
        m_shop->pump();
        QCOMPARE(mails(u"o-1"_s).size(), 1);
        m_shop->restart(u"shipping"_s);
        m_shop->pump();
        QCOMPARE(mails(u"o-1"_s).size(), 2);
        QCOMPARE(parcels(u"o-1"_s).size(), 1);
    }

    void theyAreOnesOwn()
    {
        m_shop->publish(eventOf(placed(u"o-1"_s)));
        m_shop->pump();
        QCOMPARE(parcels(u"o-1"_s, m_shop->session(2)).size(), 0);
        QCOMPARE(mails(u"o-1"_s, m_shop->session(2)).size(), 0);
        for (const auto &[capability, operation] : {std::pair(u"shipping"_s, u"GET /shipments"_s),
                                                    std::pair(u"notifications"_s, u"GET /messages"_s)}) {
            QCOMPARE(m_shop->ask({capability, operation}).error().kind, Kind::Unauthenticated);
            QCOMPARE(m_shop->ask({capability, operation, {}, {}, {}, "a.b"}).error().kind,
                     Kind::Unauthenticated);
        }
    }

    void whatWasPublishedIsReadAsItWas()
    {
        const auto order = placed(u"o-1"_s);
        const auto read = events::orderPlaced(events::toPayload(order));
        QVERIFY(read);
        QCOMPARE(events::toPayload(*read), events::toPayload(order));
        const events::ShipmentCreated parcel{u"s"_s, u"o"_s, u"a"_s, u"e"_s, u"c"_s, u"t"_s};
        const auto readParcel = events::shipmentCreated(events::toPayload(parcel));
        QVERIFY(readParcel);
        QCOMPARE(events::toPayload(*readParcel), events::toPayload(parcel));
    }

    void aWrongEventNamesTheField_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("subject");
        const auto changed = [](const char *from, const char *to) {
            return events::toPayload(placed(u"o-1"_s)).replace(from, to);
        };
        QTest::newRow("nothing") << QByteArray() << u"/order"_s;
        QTest::newRow("not JSON") << QByteArray("{]") << u"/order"_s;
        QTest::newRow("no account") << changed("\"account\"", "\"count\"") << u"/account"_s;
        QTest::newRow("a negative total") << changed("1205", "-1205") << u"/total"_s;
        QTest::newRow("no quantity") << changed("\"quantity\"", "\"q\"") << u"/quantity"_s;
        QTest::newRow("no moment") << changed("1970-01-01T", "soon") << u"/placedAt"_s;
    }
    void aWrongEventNamesTheField()
    {
        QFETCH(QByteArray, payload);
        QFETCH(QString, subject);
        const auto read = events::orderPlaced(payload);
        QVERIFY(!read);
        QCOMPARE(read.error().subject, subject);
    }

private:
    QJsonArray parcels(const QString &order, const QByteArray &session = {})
    {
        const auto answer = m_shop->ask({u"shipping"_s,
                                         u"GET /shipments"_s,
                                         {},
                                         filter(order),
                                         {},
                                         session.isEmpty() ? m_shop->session() : session});
        return json(answer)[u"items"_s].toArray();
    }
    QJsonArray mails(const QString &order, const QByteArray &session = {})
    {
        const auto answer = m_shop->ask({u"notifications"_s,
                                         u"GET /messages"_s,
                                         {},
                                         filter(order),
                                         {},
                                         session.isEmpty() ? m_shop->session() : session});
        return json(answer)[u"items"_s].toArray();
    }
    QJsonObject mail(const QString &order, const QString &kind)
    {
        for (const auto &item : mails(order)) {
            if (item[u"kind"_s].toString() == kind)
                return item.toObject();
        }
        return {};
    }
    static services::contract::Parameters filter(const QString &order)
    {
        services::contract::Parameters query;
        if (!order.isEmpty())
            query.insert(u"order"_s, order);
        return query;
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

QTEST_GUILESS_MAIN(ShippingTest)
#include "tst_shipping.moc"
