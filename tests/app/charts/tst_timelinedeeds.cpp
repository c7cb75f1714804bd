// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/charts/timelinepanel.h>

#include <QGraphicsLineItem>
#include <QPen>
#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::charts;
using namespace std::chrono_literals;
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

    void whatGoesOnIsMarkedWhereItBegins_data()
    {
        QTest::addColumn<DecisionKind>("kind");
        QTest::addColumn<int>("marks"); // of thirty in a row, and one after a pause
        QTest::newRow("timeout") << DecisionKind::CallTimedOut << 2;
        QTest::newRow("retry") << DecisionKind::CallRepeated << 2;
        QTest::newRow("fallback") << DecisionKind::FallbackUsed << 2;
        QTest::newRow("half-open") << DecisionKind::BreakerHalfOpened << 2;
        QTest::newRow("opened, each") << DecisionKind::BreakerOpened << 31;
    }
    void whatGoesOnIsMarkedWhereItBegins()
    {
        QFETCH(DecisionKind, kind);
        QFETCH(int, marks);
        TimelinePanel panel(m_shop.system, m_shop.shapes());
        panel.resize(900, 200);
        panel.QWidget::show();
        services::platform::Snapshot snapshot;
        snapshot.at = services::platform::Instant(100s);
        snapshot.fleets.resize(2);
        snapshot.fleets[1].fleet = {u"microservices"_s};
        services::platform::DecisionEvent event{{u"orders-1"_s}, {}};
        event.decision.kind = kind;
        const auto tell = [&](const QString &callee) {
            snapshot.at += 1s;
            event.decision.link = {{u"orders"_s}, {{callee}, u"POST /charges"_s}};
            snapshot.events = {{snapshot.at, {u"microservices"_s}, {}, event}};
            panel.show(snapshot);
        };
        panel.show(snapshot);
        for (int second = 0; second < 30; ++second)
            tell(u"payments"_s);
        snapshot.at += 20s;
        tell(u"payments"_s);
        QCOMPARE(marksOf(*panel.findChild<TimelineChart *>()), marks);
        tell(u"cart"_s); // is another call
        QCOMPARE(marksOf(*panel.findChild<TimelineChart *>()), marks + 1);
    }

private:
    static int marksOf(const TimelineChart &chart)
    {
        int marks = 0;
        for (auto *item : chart.scene()->items()) {
            const auto *line = qgraphicsitem_cast<QGraphicsLineItem *>(item);
            marks += line != nullptr && line->isVisible() && line->pen().style() == Qt::DashLine ? 1 : 0;
        }
        return marks;
    }

    tests::support::Shop m_shop;
};

QTEST_MAIN(TestTimelineDeeds)
#include "tst_timelinedeeds.moc"
