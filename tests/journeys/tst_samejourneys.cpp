// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transcript.h"

#include <model/packaging/presets.h>
#include <model/packaging/randompackaging.h>
#include <model/system/systemreader.h>
#include <services/platform/components.h>

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::packaging::Packaging;
using services::platform::Platform;
using services::platform::PlatformOptions;
using tests::journeys::Customer;

// THE test of the program: the same journeys, rows = packagings, and the same business result in each.
class TestSameJourneys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void shopTheSame_data();
    void shopTheSame();

private:
    QString shopIn(const Packaging &packaging);

    model::system::System m_shop;
    std::shared_ptr<const services::assembly::ComponentFactory> m_factory;
    QTemporaryDir m_templates; // of the stores, which each packaging starts with
    QString m_expected; // what the monolith answers
};

namespace {

void buy(Customer &ada)
{
    ada.useSession({});
    ada.does("GET /api/products?page=1&size=3");
    ada.does("GET /api/products?category=none&page=1&size=3");
    ada.does("GET /api/products/p-0001");
    ada.does("GET /api/products/p-none");
    ada.does("GET /api/search?q=lamp&limit=3");
    ada.does("GET /api/recommendations?product=p-0002");
    ada.does("GET /home");
    ada.does("GET /api/cart"); // nobody is logged in

    ada.does(
        "POST /api/accounts",
        {{u"email"_s, u"ada@example.test"_s}, {u"password"_s, u"secret enough 1"_s}, {u"name"_s, u"Ada"_s}});
    ada.does(
        "POST /api/accounts",
        {{u"email"_s, u"ada@example.test"_s}, {u"password"_s, u"another one 2"_s}, {u"name"_s, u"Ada"_s}});
    ada.does("POST /api/accounts",
             {{u"email"_s, u"none"_s}, {u"password"_s, u"x"_s}, {u"name"_s, QString()}});
    ada.does("POST /api/sessions", {{u"email"_s, u"ada@example.test"_s}, {u"password"_s, u"wrong"_s}});
    const auto session = ada.does(
        "POST /api/sessions", {{u"email"_s, u"ada@example.test"_s}, {u"password"_s, u"secret enough 1"_s}});
    ada.useSession(session[u"token"].toString());
    ada.does("GET /api/accounts/me");

    ada.useKey("key-1");
    ada.does("POST /api/orders", {{u"card"_s, u"4242424242424242"_s}}); // the cart is empty
    ada.useKey({});
    ada.does("PUT /api/cart/items/p-0003", {{u"quantity"_s, 2}});
    ada.does("PUT /api/cart/items/p-0004", {{u"quantity"_s, 1}});
    ada.does("PUT /api/cart/items/p-none", {{u"quantity"_s, 1}});
    ada.does("DELETE /api/cart/items/p-0004");
    ada.does("GET /api/cart");

    ada.useKey("key-2");
    ada.does("POST /api/orders", {{u"card"_s, u"4000000000000002"_s}}); // declined
    ada.useKey("key-3");
    const auto order = ada.does("POST /api/orders", {{u"card"_s, u"4242424242424242"_s}});
    const auto again = ada.does("POST /api/orders", {{u"card"_s, u"4242424242424242"_s}});
    QCOMPARE(again[u"id"], order[u"id"]); // the same order, not a second one
    ada.useKey({});
    const auto id = order[u"id"].toString().toUtf8();
    ada.does("GET /api/orders/" + id);
    ada.awaits("GET /api/messages?order=" + id, 2); // confirmed, and on its way
    ada.awaits("GET /api/shipments?order=" + id, 1);
    ada.does("GET /api/orders");
    ada.does("DELETE /api/sessions/current");
}

} // namespace

void TestSameJourneys::initTestCase()
{
    m_shop = model::system::SystemReader::readFile(
                 QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"))
                 .value();
    m_factory = services::platform::componentsOf(m_shop).value();
    m_expected = shopIn(model::packaging::monolith(m_shop));
    // So that all rows cannot agree on nothing.
    for (const auto &[word, times] :
         {std::pair(u" -> 201 "_s, 4), std::pair(u" -> 401 "_s, 2), std::pair(u" -> 402 "_s, 1),
          std::pair(u" -> 409 "_s, 1), std::pair(u"order-confirmed"_s, 1), std::pair(u"order-shipped"_s, 1),
          std::pair(u"<parcel>"_s, 1)})
        QVERIFY2(m_expected.count(word) >= times, qPrintable(word + u"\n"_s + m_expected));
    QVERIFY2(!m_expected.contains(u"in vain"_s) && !m_expected.contains(u" -> 50"_s), qPrintable(m_expected));
}

void TestSameJourneys::shopTheSame_data()
{
    QTest::addColumn<Packaging>("packaging");
    for (const auto &id : model::packaging::presetIds())
        QTest::newRow(qPrintable(id)) << *model::packaging::preset(id, m_shop);
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const auto packaging = model::packaging::randomPackaging(m_shop, seed);
        QTest::addRow("random %u, %zu units", seed, packaging.units.size()) << packaging;
    }
}

void TestSameJourneys::shopTheSame()
{
    QFETCH(Packaging, packaging);
    const auto lines = shopIn(packaging).split(u'\n');
    const auto expected = m_expected.split(u'\n');
    QCOMPARE(lines.size(), expected.size());
    for (qsizetype line = 0; line < lines.size(); ++line)
        QVERIFY2(lines[line] == expected[line],
                 qPrintable(u"here:     %1\nmonolith: %2"_s.arg(lines[line], expected[line])));
}

QString TestSameJourneys::shopIn(const Packaging &packaging)
{
    const QTemporaryDir folder;
    PlatformOptions options;
    options.system = m_shop;
    options.packagings = {packaging};
    options.dataFolder = folder.path();
    options.templatesFolder = m_templates.path();
    options.fleets.serviceTimeScale = 0;
    options.fleets.bootTimeScale = 0;
    options.fleets.healthTimeout = 10s; // a busy machine is no fault
    options.population.loggedInAtStart = 0; // nobody else shops
    Platform platform(options, m_factory);
    const auto started = platform.start();
    if (!QTest::qWaitFor([&] { return started.isFinished(); }, 60'000) || !started.result())
        return u"not started"_s;
    Customer ada(platform, packaging.id);
    buy(ada);
    return ada.transcript();
}

QTEST_GUILESS_MAIN(TestSameJourneys)
#include "tst_samejourneys.moc"
