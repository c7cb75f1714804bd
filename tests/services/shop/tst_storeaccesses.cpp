// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/system/systemreader.h>

#include <QJsonArray>
#include <QTest>

#include <tests/localshop/localshop.h>

using namespace Qt::StringLiterals;
using namespace tests::localshop;
using model::system::Endpoint;
using model::system::System;
using model::system::SystemReader;

// The shop's file says how often each of its endpoints accesses its database, and predictions count on it:
// that is what the code does, when all is well.
class StoreAccessesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { m_shop = std::make_unique<LocalShop>(*m_files); }
    void cleanup() { m_shop.reset(); }
    void eachEndpointAsDeclared_data();
    void eachEndpointAsDeclared();
    void whoOwnsNothingAccessesNothing();
    void eachMessageOnce();

private:
    Ask example(const QString &capability, const QString &operation);
    Ask order() const
    {
        return {u"orders"_s,
                u"POST /orders"_s,
                {},
                {},
                body({{u"card"_s, u"4242424242424242"_s}}),
                m_shop->session(),
                "k-1"};
    }
    Ask charge() const
    {
        return {u"payments"_s,
                u"POST /charges"_s,
                {},
                {},
                body({{u"order"_s, u"o-1"_s}, {u"amount"_s, 1999}, {u"card"_s, u"4242424242424242"_s}}),
                {},
                "c-1"};
    }
    Ask reservation() const
    {
        const QJsonArray items{QJsonObject{{u"product"_s, u"p-0001"_s}, {u"quantity"_s, 1}}};
        return {u"inventory"_s,
                u"POST /reservations"_s,
                {},
                {},
                body({{u"order"_s, u"o-1"_s}, {u"items"_s, items}}),
                {},
                "r-1"};
    }
    QString placedOrder() { return json(m_shop->ask(order()))[u"id"_s].toString(); }

    System m_system;
    std::unique_ptr<ShopFiles> m_files;
    std::unique_ptr<LocalShop> m_shop;
};

void StoreAccessesTest::initTestCase()
{
    const auto read
        = SystemReader::readFile(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"));
    QVERIFY(read);
    m_system = *read;
    m_files = std::make_unique<ShopFiles>();
}

// A request as customers, or other capabilities, make it; what has to be there for it is there afterwards.
Ask StoreAccessesTest::example(const QString &capability, const QString &operation)
{
    Ask ask{capability, operation};
    const auto is = [&](const QString &other) { return capability + u' ' + operation == other; };
    if (is(u"orders POST /orders"_s))
        return order();
    if (is(u"payments POST /charges"_s))
        return charge();
    if (is(u"inventory POST /reservations"_s))
        return reservation();
    ask.session = m_shop->session();
    if (is(u"accounts POST /accounts"_s))
        ask.body = body({{u"email"_s, u"new@example.test"_s},
                         {u"password"_s, u"correct horse"_s},
                         {u"name"_s, u"New"_s}});
    else if (is(u"accounts POST /sessions"_s))
        ask.body = body({{u"email"_s, u"shopper-001@example.test"_s}, {u"password"_s, u"faultline-demo"_s}});
    else if (is(u"catalogue GET /products"_s))
        ask.query = {{u"page"_s, u"1"_s}, {u"size"_s, u"24"_s}};
    else if (is(u"catalogue PUT /products/{id}"_s)) {
        auto product = json(m_shop->ask({capability, u"GET /products/{id}"_s, {{u"id"_s, u"p-0001"_s}}}));
        product[u"price"_s] = 4711;
        ask.body = body(product);
    } else if (is(u"search GET /search"_s))
        ask.query = {{u"q"_s, u"lamp"_s}};
    else if (is(u"recommendations GET /recommendations"_s))
        ask.query = {{u"product"_s, u"p-0001"_s}};
    else if (is(u"cart PUT /cart/items/{product}"_s))
        ask.body = body({{u"quantity"_s, 1}});
    else if (is(u"notifications GET /messages"_s) || is(u"shipping GET /shipments"_s)) {
        ask.query = {{u"order"_s, placedOrder()}};
        m_shop->pump();
    }
    if (capability == u"orders"_s && operation.contains(u"{id}"_s))
        ask.path = {{u"id"_s, placedOrder()}};
    else if (capability == u"payments"_s && m_shop->ask(charge()))
        ask.path = {{u"id"_s, u"c-1"_s}};
    else if (capability == u"inventory"_s && m_shop->ask(reservation()))
        ask.path = {{u"id"_s, u"r-1"_s}, {u"product"_s, u"p-0001"_s}};
    else if (operation.contains(u'{'))
        ask.path = {{u"id"_s, u"p-0001"_s}, {u"product"_s, u"p-0001"_s}};
    return ask;
}

void StoreAccessesTest::eachEndpointAsDeclared_data()
{
    QTest::addColumn<QString>("capability");
    QTest::addColumn<QString>("operation");
    QTest::addColumn<int>("declared");
    for (const auto &capability : m_system.capabilities) {
        for (const auto &endpoint : capability.endpoints) {
            if (!capability.owns.empty())
                QTest::addRow("%s %s", qPrintable(capability.id.value), qPrintable(endpoint.id.operation))
                    << capability.id.value << endpoint.id.operation << endpoint.storeAccesses;
        }
    }
}

void StoreAccessesTest::eachEndpointAsDeclared()
{
    QFETCH(QString, capability);
    QFETCH(QString, operation);
    QFETCH(int, declared);
    const auto ask = example(capability, operation);
    m_shop->takeAccesses(capability);
    const auto answer = m_shop->ask(ask);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
    QCOMPARE(m_shop->takeAccesses(capability), declared);
}

void StoreAccessesTest::whoOwnsNothingAccessesNothing()
{
    QCOMPARE(m_system.capabilities.front().id, m_system.entry);
    const auto entry = m_system.entry.value;
    QVERIFY(m_shop->ask({entry, u"GET /home"_s}));
    QVERIFY(m_shop->ask({entry, u"GET /api/cart"_s, {}, {}, {}, m_shop->session()}));
    QCOMPARE(m_shop->takeAccesses(entry), 0);
    for (const auto &endpoint : m_system.capabilities.front().endpoints)
        QCOMPARE(endpoint.storeAccesses, 0);
}

// A message is handled in one transaction, however much it changes (model/analysis, MessagePace).
void StoreAccessesTest::eachMessageOnce()
{
    QVERIFY(m_shop->ask(order()));
    auto product = json(m_shop->ask({u"catalogue"_s, u"GET /products/{id}"_s, {{u"id"_s, u"p-0001"_s}}}));
    product[u"name"_s] = u"Another name"_s;
    QVERIFY(
        m_shop->ask({u"catalogue"_s, u"PUT /products/{id}"_s, {{u"id"_s, u"p-0001"_s}}, {}, body(product)}));
    m_shop->pump();
    for (const auto &capability : m_system.capabilities) {
        const int expected = capability.consumes.empty() ? 0 : 1;
        QVERIFY2(m_shop->accessesOfLastMessage(capability.id.value) == expected,
                 qPrintable(u"%1: %2"_s.arg(capability.id.value)
                                .arg(m_shop->accessesOfLastMessage(capability.id.value))));
    }
}

QTEST_GUILESS_MAIN(StoreAccessesTest)
#include "tst_storeaccesses.moc"
