// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/endpointspage.h>
#include <app/inspector/inspectorpanel.h>

#include <QLabel>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

#include <tests/support/shop.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace app::inspector;
using model::system::CapabilityId;

// What a unit offers, in the inspector, where a person turns to that page.
class TestEndpointsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_panel = std::make_unique<InspectorPanel>(m_shop.system, m_shop.shapes());
        m_panel->resize(340, 900);
        m_panel->QWidget::show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    }

    void aClickOnItsTabShowsEachEndpointAndWhatItCalls()
    {
        m_panel->select(Subject{1, {u"orders"_s}, CapabilityId{u"orders"_s}});
        QVERIFY(!page()->isVisible());
        clickTab();
        QVERIFY(page()->isVisible());
        QVERIFY(says(u"<b>POST /orders</b>"_s));
        QVERIFY(says(u"<b>GET /orders/{id}</b>"_s));
        QVERIFY(says(u"POST /charges, over the network"_s));
        QVERIFY(says(u"Publishes order.placed."_s));
        QVERIFY(says(u"nobody else opens it"_s));
        QVERIFY(!says(u"in the same program"_s));
        QVERIFY(!says(u"<b>GET /cart</b>"_s)); // another's
    }

    void whatIsInTheSameUnitIsCalledInTheSameProgram()
    {
        m_panel->select(Subject{0, {u"shop"_s}, CapabilityId{u"orders"_s}});
        clickTab();
        QVERIFY(says(u"POST /charges, in the same program"_s));
        QVERIFY(!says(u"over the network"_s));
        QVERIFY(!says(u"<b>GET /cart</b>"_s)); // another module's
        m_panel->select(Subject{0, {u"shop"_s}, {}}); // all of it
        QVERIFY(says(u"<b>GET /cart</b>"_s));
        QVERIFY(says(u"<b>POST /orders</b>"_s));
    }

    void whoStoresNothingAndListensToNobodySaysSo()
    {
        m_panel->select(Subject{1, {u"storefront"_s}, CapabilityId{u"storefront"_s}});
        clickTab();
        QVERIFY(says(u"Stores nothing."_s));
        QVERIFY(!says(u"Listens to"_s));
        QVERIFY(says(u"would like"_s)); // what it can do without
        m_panel->select(Subject{1, {u"notifications"_s}, CapabilityId{u"notifications"_s}});
        QVERIFY(says(u"Listens to order.placed."_s));
    }

    void theKeyboardTurnsToItAndTheEndpointsStayForTheNextUnit()
    {
        m_panel->select(Subject{1, {u"cart"_s}, CapabilityId{u"cart"_s}});
        tabs()->tabBar()->setFocus();
        for (int page = 0; page < apiTab(); ++page)
            QTest::keyClick(tabs()->tabBar(), Qt::Key_Right);
        QVERIFY(page()->isVisible());
        QVERIFY(says(u"<b>GET /cart</b>"_s));
        m_panel->select(Subject{1, {u"payments"_s}, CapabilityId{u"payments"_s}});
        QVERIFY(says(u"<b>POST /charges</b>"_s));
        QVERIFY(!says(u"<b>GET /cart</b>"_s));
    }

private:
    EndpointsPage *page() const { return m_panel->findChild<EndpointsPage *>(); }
    QTabWidget *tabs() const { return m_panel->findChild<QTabWidget *>(); }
    int apiTab() const
    {
        int tab = 0;
        while (tab < tabs()->count() && !tabs()->widget(tab)->isAncestorOf(page()))
            ++tab;
        return tab;
    }
    void clickTab()
    {
        auto *bar = tabs()->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(apiTab()).center());
    }
    bool says(const QString &words) const
    {
        const auto labels = page()->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    const tests::support::Shop m_shop;
    std::unique_ptr<InspectorPanel> m_panel;
};

QTEST_MAIN(TestEndpointsPage)
#include "tst_endpointspage.moc"
