// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/charts/timelinedeeds.h>

#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::charts;
using app::style::Role;
using model::telemetry::DecisionKind;

class TestTimelineDeeds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachDecisionHasAMark_data()
    {
        QTest::addColumn<DecisionKind>("kind");
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("speaks");
        QTest::newRow("opened") << DecisionKind::BreakerOpened << Role::Bad << true;
        QTest::newRow("half-open") << DecisionKind::BreakerHalfOpened << Role::SubtleText << false;
        QTest::newRow("closed") << DecisionKind::BreakerClosed << Role::Good << false;
        QTest::newRow("bulkhead") << DecisionKind::BulkheadFull << Role::Warning << true;
        QTest::newRow("budget") << DecisionKind::BudgetSpent << Role::Warning << true;
        QTest::newRow("fallback") << DecisionKind::FallbackUsed << Role::SubtleText << false;
        QTest::newRow("shedding") << DecisionKind::SheddingBegan << Role::Warning << true;
        QTest::newRow("no shedding") << DecisionKind::SheddingEnded << Role::Good << false;
        QTest::newRow("ejected") << DecisionKind::InstanceEjected << Role::Warning << true;
        QTest::newRow("returned") << DecisionKind::InstanceReturned << Role::Good << false;
        QTest::newRow("timeout") << DecisionKind::CallTimedOut << Role::Warning << true;
        QTest::newRow("retry") << DecisionKind::CallRepeated << Role::SubtleText << true;
    }
    void eachDecisionHasAMark()
    {
        QFETCH(DecisionKind, kind);
        QFETCH(Role, role);
        QFETCH(bool, speaks);
        const auto shape = m_shop.shapes().front();
        services::platform::DecisionEvent event{{u"orders-1"_s}, {}};
        event.decision.kind = kind;
        event.decision.link = {{u"orders"_s}, {{u"payments"_s}, u"POST /charges"_s}};
        event.decision.brief = u"in brief"_s;
        const services::platform::PlatformEvent told{{}, shape.id, {}, event};
        const auto deed = deedOf(told, TimelineChart::Seconds(7), {m_shop.system, shape, 1});
        QVERIFY(deed.has_value());
        QCOMPARE(deed->mark.role, role);
        QCOMPARE(deed->mark.text, speaks ? u"Orders → Payments: in brief"_s : QString());
    }

private:
    tests::support::Shop m_shop;
};

QTEST_MAIN(TestTimelineDeeds)
#include "tst_timelinedeeds.moc"
