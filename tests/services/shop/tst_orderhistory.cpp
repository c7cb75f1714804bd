// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/history/orderlife.h>

#include <QTest>

#include <tests/localshop/localshop.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace tests::localshop;
using namespace services::shop::history;
using services::contract::Kind;

// What the stores remember of an order, read beside the shop.
class OrderHistoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_files = std::make_unique<ShopFiles>(); }
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }

    void everyStepOfAPurchaseIsInTheLog()
    {
        buy();
        const auto life = this->life();
        QCOMPARE(states(life),
                 (QStringList{u"started"_s, u"reserved"_s, u"charged"_s, u"committed"_s, u"confirmed"_s}));
        QVERIFY(std::ranges::is_sorted(life.log, {}, &LogEntry::at));
        const auto age = std::chrono::system_clock::now() - life.log.front().at;
        QVERIFY(age > -1s && age < 1min);
        QVERIFY(!life.log.front().worker.isEmpty());
        QCOMPARE(life.charges.size(), size_t(1));
        QCOMPARE(life.charges.front().state, u"captured"_s);
        QCOMPARE(life.charges.front().amount, life.order.total);
        QCOMPARE(life.reservations, QStringList{u"committed"_s});
        QCOMPARE(life.unpublished, QStringList{u"order.placed"_s});
        QVERIFY(life.parcels.empty());
        m_shop->pump();
        const auto later = this->life();
        QVERIFY(later.unpublished.isEmpty());
        QCOMPARE(later.parcels.size(), size_t(1));
        QCOMPARE(later.mails.size(), size_t(2));
    }

    void whatIsUndoneLeavesItsTrace()
    {
        m_shop->interfereWith(
            [](const Request &request, tests::localshop::Moment) -> std::optional<services::contract::Error> {
                if (request.endpoint.capability.value == u"payments"
                    && request.endpoint.operation == u"POST /charges")
                    return services::contract::Error{Kind::TimedOut, u"payments does not answer"_s, {}};
                return std::nullopt;
            });
        buy();
        m_shop->pass(20s);
        const auto life = this->life();
        QCOMPARE(states(life).mid(0, 3), (QStringList{u"started"_s, u"reserved"_s, u"unwinding"_s}));
        QCOMPARE(states(life).last(), u"compensated"_s);
        QVERIFY(life.log[2].debts.charge && life.log[2].debts.reservation);
        QVERIFY(life.log.back().debts.isEmpty());
        QCOMPARE(life.log[2].failure, u"payments does not answer"_s);
        QCOMPARE(life.reservations, QStringList{u"released"_s});
        const auto book = readOrderBook(m_shop->file(u"orders"_s), 10);
        QVERIFY(book);
        QCOMPARE(book->givenUp, 1);
        QCOMPARE(book->latestGivenUp.size(), size_t(1));
        QCOMPARE(book->latestGivenUp.front().failure, u"payments does not answer"_s);
    }

    void theBookListsTheNewestFirst()
    {
        buy(1);
        m_shop->clock().advance(1s);
        buy(2);
        const auto book = readOrderBook(m_shop->file(u"orders"_s), 1);
        QVERIFY(book);
        QCOMPARE(book->confirmed, 2);
        QCOMPARE(book->open, 0);
        QCOMPARE(book->latest.size(), size_t(1));
        const auto both = readOrderBook(m_shop->file(u"orders"_s), 10);
        QCOMPARE(both->latest.size(), size_t(2));
        QVERIFY(both->latest[0].placedAt > both->latest[1].placedAt);
    }

    void whatIsNotThereIsSaid()
    {
        QCOMPARE(readOrderBook(u"/nowhere/orders.db"_s, 1).error().kind, Kind::NotFound);
        QCOMPARE(readOrderLife(files(), u"o-none"_s).error().kind, Kind::NotFound);
        QCOMPARE(readOrderLife({}, u"o-none"_s).error().kind, Kind::NotFound);
    }

private:
    void buy(int customer = 1)
    {
        const QJsonObject card{{u"card"_s, u"4242424242424242"_s}};
        std::ignore = m_shop->ask(
            {u"orders"_s, u"POST /orders"_s, {}, {}, body(card), m_shop->session(customer), "the-key"});
    }
    QMap<QString, QString> files() const
    {
        QMap<QString, QString> files;
        for (const auto &capability :
             {u"orders"_s, u"payments"_s, u"inventory"_s, u"shipping"_s, u"notifications"_s})
            files[capability] = m_shop->file(capability);
        return files;
    }
    // Of the only order.
    OrderLife life() const
    {
        const auto book = readOrderBook(m_shop->file(u"orders"_s), 1);
        const auto life = book && !book->latest.empty() ? readOrderLife(files(), book->latest.front().id)
                                                        : Result<OrderLife>(OrderLife());
        return life.value_or(OrderLife());
    }
    static QStringList states(const OrderLife &life)
    {
        QStringList states;
        for (const auto &entry : life.log)
            states << services::shop::orders::word(entry.state);
        return states;
    }

    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

QTEST_GUILESS_MAIN(OrderHistoryTest)
#include "tst_orderhistory.moc"
