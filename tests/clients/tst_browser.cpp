// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servedshop.h"
#include "webdriver.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tests::clients;

namespace {

QString named(const QString &name)
{
    return u"[data-test='%1']"_s.arg(name);
}

} // namespace

// A customer's whole purchase in a real browser, in both shapes, and the page while each service is dead.
class TestBrowser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!WebDriver::isInstalled())
            QSKIP("chromedriver is not installed: ./dev test installs it");
        m_shop = std::make_unique<ServedShop>(QStringList{u"--shoppers"_s, u"0"_s});
        QVERIFY2(m_shop->isServing(), qPrintable(m_shop->complaint()));
        m_browser = std::make_unique<WebDriver>();
        if (!m_browser->isReady()) // in a bare chroot Chromium cannot start its renderers
            QSKIP(qPrintable(u"The browser does not start on this machine: "_s + m_browser->complaint()));
    }

    void cleanupTestCase()
    {
        m_browser.reset();
        if (m_shop)
            QCOMPARE(m_shop->stop(), 0);
    }

    // What the page looked like when a test failed lies beside the test's program.
    void cleanup()
    {
        if (!QTest::currentTestFailed() || !m_browser)
            return;
        QFile picture(u"%1/browser-%2.png"_s.arg(QCoreApplication::applicationDirPath(),
                                                 QString::fromLatin1(QTest::currentTestFunction())));
        if (picture.open(QIODevice::WriteOnly))
            picture.write(m_browser->screenshot());
    }

    void aWholePurchase_data()
    {
        QTest::addColumn<QString>("packaging");
        QTest::addRow("of the monolith") << u"monolith"_s;
        QTest::addRow("of the microservices") << u"microservices"_s;
    }
    void aWholePurchase()
    {
        QFETCH(QString, packaging);
        openShop(packaging);
        QVERIFY(m_browser->awaitText(named(u"shelf"_s), u"€"_s));
        QVERIFY(m_browser->type(named(u"search-input"_s), u"lamp"_s));
        QVERIFY(m_browser->awaitText(named(u"search-item"_s), u"lamp"_s));
        QVERIFY(logIn());
        QVERIFY(m_browser->click(u"header "_s + named(u"nav-home"_s)));
        QVERIFY(m_browser->click(named(u"shelf"_s) + u' ' + named(u"add-to-cart"_s)));
        QVERIFY(m_browser->awaitText(named(u"cart-total"_s), u"€"_s));
        QVERIFY(m_browser->type(named(u"card-number"_s), u"4242424242424242"_s));
        QVERIFY(m_browser->click(named(u"pay"_s)));
        QVERIFY(m_browser->awaitText(named(u"order-confirmation"_s), u"order"_s));
        QVERIFY(m_browser->click(named(u"nav-orders"_s)));
        QVERIFY(m_browser->awaitText(named(u"order-state"_s), u"confirmed"_s));
        QVERIFY(m_browser->awaitText(named(u"order-message"_s), u"order"_s)); // the mail came by an event
    }

    void eachPanelFailsOnItsOwn_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("view"); // where its absence shows
        QTest::addColumn<QString>("sign"); // what shows it
        QTest::addColumn<QString>("alive"); // what still works there
        QTest::addRow("without the catalogue")
            << u"catalogue"_s << u"#/"_s << named(u"away"_s) << named(u"cart"_s);
        QTest::addRow("without the search")
            << u"search"_s << u"#/search/zebra"_s << named(u"degraded"_s) << named(u"cart"_s);
        QTest::addRow("without suggestions")
            << u"recommendations"_s << u"#/"_s << named(u"degraded"_s) << named(u"shelf-item"_s);
        QTest::addRow("without the cart")
            << u"cart"_s << u"#/"_s << named(u"away"_s) << named(u"shelf-item"_s);
        QTest::addRow("without orders")
            << u"orders"_s << u"#/orders"_s << named(u"away"_s) << named(u"cart"_s);
        QTest::addRow("without notifications")
            << u"notifications"_s << u"#/orders"_s << named(u"away"_s) << named(u"order"_s);
        QTest::addRow("without shipping")
            << u"shipping"_s << u"#/orders"_s << named(u"degraded"_s) << named(u"order"_s);
        QTest::addRow("without accounts")
            << u"accounts"_s << u"#/account"_s << named(u"away"_s) << named(u"cart"_s);
    }
    void eachPanelFailsOnItsOwn()
    {
        QFETCH(QString, unit);
        QFETCH(QString, view);
        QFETCH(QString, sign);
        QFETCH(QString, alive);
        QVERIFY(m_shop->crash(u"microservices"_s, unit));
        openShop(u"microservices"_s, view);
        const bool shown = m_browser->awaitText(sign, QString());
        const bool worksElsewhere = m_browser->awaitText(alive, QString());
        QVERIFY(m_shop->restart(u"microservices"_s, unit));
        QVERIFY(shown);
        QVERIFY(worksElsewhere);
        QTRY_VERIFY_WITH_TIMEOUT(nothingIsAway(), 15000); // it heals without a reload
    }

    // Payments and inventory have no panel of their own: their absence shows at the till.
    void payingWaitsForWhatItNeeds_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addRow("without payments") << u"payments"_s;
        QTest::addRow("without inventory") << u"inventory"_s;
    }
    void payingWaitsForWhatItNeeds()
    {
        QFETCH(QString, unit);
        QVERIFY(fillCart());
        const auto ordersBefore = orders();
        QVERIFY(m_browser->type(named(u"card-number"_s), u"4242424242424242"_s));
        QVERIFY(m_shop->crash(u"microservices"_s, unit));
        const bool paid = m_browser->click(named(u"pay"_s));
        const bool said = m_browser->awaitText(named(u"check-out-form"_s), u"Your cart is safe"_s);
        const bool cartIsThere = m_browser->awaitText(named(u"cart-line"_s), QString());
        QVERIFY(m_shop->restart(u"microservices"_s, unit));
        QVERIFY(paid);
        QVERIFY(said);
        QVERIFY(cartIsThere);
        QVERIFY(m_browser->click(named(u"check-out-form"_s) + u' ' + named(u"retry"_s)));
        QVERIFY(m_browser->awaitText(named(u"order-confirmation"_s), u"order"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_browser->text(named(u"cart"_s)).contains(u"Nothing in it"_s), 15000);
        QCOMPARE(orders(), ordersBefore + 1); // and so one charge
    }

    // Nobody knows what became of the order; who reloads the page and pays again does not order twice.
    void aReloadedPagePaysTheSameOrder()
    {
        QVERIFY(fillCart());
        const auto ordersBefore = orders();
        QVERIFY(m_browser->type(named(u"card-number"_s), u"4242424242424242"_s));
        QVERIFY(m_shop->crash(u"microservices"_s, u"inventory"_s));
        const bool paid = m_browser->click(named(u"pay"_s));
        const bool said = m_browser->awaitText(named(u"check-out-form"_s), u"Your cart is safe"_s);
        const auto kept = u"return sessionStorage.getItem('intention')"_s;
        const auto intention = m_browser->evaluate(kept).toString();
        QVERIFY(m_shop->restart(u"microservices"_s, u"inventory"_s));
        QVERIFY(paid);
        QVERIFY(said);
        QVERIFY(!intention.isEmpty());
        QVERIFY2(!intention.contains(u"42424242"_s), "the card is not kept");
        openShop(u"microservices"_s);
        QVERIFY(m_browser->type(named(u"card-number"_s), u"4242424242424242"_s));
        QCOMPARE(m_browser->evaluate(kept).toString(), intention);
        QVERIFY(m_browser->click(named(u"pay"_s)));
        if (!m_browser->awaitText(named(u"order-confirmation"_s), u"order"_s)) {
            QVERIFY(m_browser->click(named(u"check-out-form"_s) + u' ' + named(u"retry"_s)));
            QVERIFY(m_browser->awaitText(named(u"order-confirmation"_s), u"order"_s));
        }
        QCOMPARE(orders(), ordersBefore + 1);
        QVERIFY(m_browser->evaluate(kept).isNull());
    }

    // Whoever has something in the cart and is asked to log in when adding one more has one more afterwards.
    void loggingInAddsToWhatIsThere()
    {
        QVERIFY(fillCart());
        const auto product = m_browser->evaluate(
            u"return document.querySelector('[data-test=cart-line]').dataset.product"_s);
        const auto line = u"[data-test='cart-line'][data-product='%1'] "_s.arg(product.toString());
        const auto quantity = [&] { return m_browser->text(line + named(u"cart-quantity"_s)).toInt(); };
        const int before = quantity();
        QVERIFY(m_browser->click(line + named(u"cart-more"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(quantity(), before + 1, 15000);
        QVERIFY(m_browser->click(named(u"nav-account"_s)));
        QVERIFY(m_browser->click(named(u"log-out"_s)));
        QVERIFY(m_browser->awaitText(named(u"cart-empty"_s), u"Log in"_s));
        openShop(u"microservices"_s, u"#/product/"_s + product.toString());
        QVERIFY(m_browser->click(named(u"product"_s) + u' ' + named(u"add-to-cart"_s)));
        QVERIFY(m_browser->click(named(u"log-in-demo"_s)));
        QVERIFY(m_browser->click(named(u"log-in-submit"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(quantity(), before + 2, 15000);
    }

    // Without the storefront nobody gets in, but the page that is open already says so and heals.
    void theOpenPageOutlivesTheStorefront()
    {
        openShop(u"microservices"_s);
        QVERIFY(m_browser->awaitText(named(u"shelf"_s), u"€"_s));
        QVERIFY(m_shop->crash(u"microservices"_s, u"storefront"_s));
        const bool typed = m_browser->type(named(u"search-input"_s), u"lamp"_s);
        const bool said = m_browser->awaitText(named(u"away"_s), u"The shop does not answer"_s);
        QVERIFY(m_shop->restart(u"microservices"_s, u"storefront"_s));
        QVERIFY(typed);
        QVERIFY(said);
        QVERIFY(m_browser->awaitText(named(u"search-item"_s), u"lamp"_s));
        QTRY_VERIFY_WITH_TIMEOUT(nothingIsAway(), 15000);
    }

private:
    bool nothingIsAway()
    {
        const auto gone
            = u"return [...document.querySelectorAll('main [data-test=away]')].every(e => !e.checkVisibility())"_s;
        return m_browser->evaluate(gone).toBool();
    }
    bool isLoggedIn()
    {
        return m_browser
            ->evaluate(u"return document.getElementById('nav-account').textContent !== 'Log in'"_s)
            .toBool();
    }
    // As the demonstration's customer, unless somebody is.
    bool logIn()
    {
        return isLoggedIn()
            || (m_browser->click(named(u"nav-account"_s)) && m_browser->click(named(u"log-in-demo"_s))
                && m_browser->click(named(u"log-in-submit"_s))
                && QTest::qWaitFor([this] { return isLoggedIn(); }, 15000));
    }
    bool fillCart()
    {
        openShop(u"microservices"_s);
        return logIn() && m_browser->click(u"header "_s + named(u"nav-home"_s))
            && m_browser->click(named(u"shelf"_s) + u' ' + named(u"add-to-cart"_s))
            && m_browser->awaitText(named(u"toast"_s), u"in your cart"_s)
            && m_browser->awaitText(named(u"cart-total"_s), u"€"_s);
    }
    // How many the customer who is logged in has placed, by the shop's own answer.
    qsizetype orders()
    {
        const auto session = m_browser->evaluate(u"return sessionStorage.getItem('session')"_s).toString();
        const auto token = json(session.toUtf8())[u"token"_s].toString().toUtf8();
        const auto address = QUrl(m_shop->storefront(u"microservices"_s).toString() + u"/api/orders"_s);
        const auto items
            = json(ask("GET", address, {}, {{"Authorization", "Bearer " + token}}).body)[u"items"_s]
                  .toArray();
        return std::ranges::count_if(items,
                                     [](const auto &item) { return item[u"state"_s] == u"confirmed"_s; });
    }
    void openShop(const QString &packaging, const QString &view = u"#/"_s)
    {
        m_browser->open(QUrl(u"about:blank"_s));
        m_browser->open(QUrl(m_shop->storefront(packaging).toString() + u'/' + view));
        QTRY_COMPARE_WITH_TIMEOUT(
            m_browser->evaluate(u"return document.documentElement.dataset.ready"_s).toString(), u"true"_s,
            15000);
    }

    std::unique_ptr<ServedShop> m_shop;
    std::unique_ptr<WebDriver> m_browser;
};

QTEST_GUILESS_MAIN(TestBrowser)
#include "tst_browser.moc"
