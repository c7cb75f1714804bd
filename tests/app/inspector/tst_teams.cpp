// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/inspector/endpointspage.h>
#include <app/inspector/inspectorpanel.h>
#include <app/inspector/ownerspage.h>
#include <app/inspector/responsibilities.h>
#include <app/inspector/teampage.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::inspector;
using model::system::CapabilityId;
using model::system::TeamId;

// Who answers for what.
class TestTeams : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTeamHoldsWhatTheFileSays()
    {
        const auto holdings = holdingsOf(m_shop.system, {u"discovery"_s});
        QCOMPARE(holdings.capabilities.size(), size_t(3));
        QCOMPARE(holdings.tables, (QStringList{u"products"_s, u"search index"_s, u"co-purchases"_s}));
        QCOMPARE(holdings.publishes, QStringList{u"product.changed"_s});
        QCOMPARE(holdings.listensTo, (QStringList{u"product.changed"_s, u"order.placed"_s}));
        QCOMPARE(holdings.endpoints, 6);
    }

    void teamsDealWithThoseWhomTheirCodeCalls()
    {
        const auto dealings = dealingsOf(m_shop.system, {{u"orders"_s}});
        QCOMPARE(titlesOf(m_shop.system, dealings.needs),
                 u"Fulfilment, Payments"_s); // cart is Checkout's own
        QVERIFY(titlesOf(m_shop.system, dealings.neededBy).contains(u"Engagement"_s)); // by its messages
        QCOMPARE(teamsOf(m_shop.system, m_shop.monolith.units.front()).size(), size_t(7));
    }

    void aUnitSaysWhoMustAgree()
    {
        OwnersPage page(m_shop.system, m_shop.shapes());
        QSignalSpy wanted(&page, &OwnersPage::teamWanted);
        page.show();
        page.select(Subject{1, {u"cart"_s}, CapabilityId{u"cart"_s}});
        QVERIFY(says(page, u"Checkout decides alone"_s));
        page.select(Subject{0, {u"shop"_s}, {}});
        QVERIFY(says(page, u"7 teams share this unit"_s));
        QTest::mouseClick(button(page, u"→ Team Payments"_s), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<TeamId>().value, u"payments"_s);
    }

    void aPageIsWrittenOnceSomebodySeesIt()
    {
        OwnersPage page(m_shop.system, m_shop.shapes());
        page.select(Subject{1, {u"cart"_s}, CapabilityId{u"cart"_s}});
        QVERIFY(!says(page, u"Checkout decides alone"_s));
        page.show();
        QVERIFY(says(page, u"Checkout decides alone"_s));
        page.hide();
        page.select(Subject{0, {u"shop"_s}, {}});
        QVERIFY(!says(page, u"7 teams share this unit"_s));
        page.show();
        QVERIFY(says(page, u"7 teams share this unit"_s));
    }

    void anEndpointNamesWhomItCallsByTitle()
    {
        EndpointsPage page(m_shop.system, m_shop.shapes());
        page.show();
        page.select(Subject{1, {u"orders"_s}, CapabilityId{u"orders"_s}});
        QVERIFY(says(page, u"→ needs Payments POST /charges, over the network"_s));
    }

    void aTeamShowsAllThatItOwns()
    {
        TeamPage page(m_shop.system, m_shop.shapes());
        page.resize(300, 900);
        QSignalSpy subject(&page, &TeamPage::subjectWanted);
        QSignalSpy team(&page, &TeamPage::teamWanted);
        page.select({u"checkout"_s});
        page.show();
        QVERIFY(says(page, u"answers for 2 of 11 capabilities"_s));
        QVERIFY(says(page, u"Shared with 6 other teams: all 7 must agree"_s));
        QVERIFY(says(page, u"carts, orders"_s));
        QVERIFY(says(page, u"Publishes order.placed"_s));
        QVERIFY(says(page, u"Cart: PUT /cart/items/{product}"_s));
        QTest::mouseClick(button(page, u"   · Orders"_s), Qt::LeftButton); // of the monolith
        QCOMPARE(subject[0][0].value<Subject>(), (Subject{0, {u"shop"_s}, CapabilityId{u"orders"_s}}));
        button(page, u"▢ Cart, a unit"_s)->setFocus();
        QTest::keyClick(button(page, u"▢ Cart, a unit"_s), Qt::Key_Space);
        QCOMPARE(subject[1][0].value<Subject>(), (Subject{1, {u"cart"_s}, CapabilityId{u"cart"_s}}));
        button(page, u"→ Payments"_s)->click();
        QCOMPARE(team.size(), 1);
    }

    void theInspectorTurnsToATeamAndBack()
    {
        InspectorPanel panel(m_shop.system, m_shop.shapes());
        panel.resize(300, 800);
        QSignalSpy team(&panel, &InspectorPanel::teamWanted);
        const Subject cart{1, {u"cart"_s}, CapabilityId{u"cart"_s}};
        panel.select(cart);
        panel.QWidget::show();
        for (auto *label : panel.findChildren<QLabel *>()) {
            if (label->text().contains(u"<a href=\"checkout\""_s)) {
                QVERIFY(label->isVisible());
                Q_EMIT label->linkActivated(u"checkout"_s);
            }
        }
        QCOMPARE(team.size(), 1);
        panel.selectTeam({u"checkout"_s});
        QVERIFY(panel.findChild<TeamPage *>()->isVisible());
        panel.select(cart);
        QVERIFY(!panel.findChild<TeamPage *>()->isVisible());
    }

private:
    static bool says(const QWidget &page, const QString &words)
    {
        const auto labels = page.findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel *label) { return label->text().contains(words); });
    }
    static QPushButton *button(const QWidget &page, const QString &text)
    {
        for (auto *button : page.findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        qWarning("no button %s", qPrintable(text));
        return nullptr;
    }
    const tests::support::Shop m_shop;
};

QTEST_MAIN(TestTeams)
#include "tst_teams.moc"
