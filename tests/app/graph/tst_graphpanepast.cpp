// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/graphpane.h>
#include <app/graph/graphtable.h>

#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::graph;
using model::layout::NodeKind;
using services::platform::FleetSnapshot;
using services::runtime::InstanceState;

// The shop as microservices, as a table: what it shows of now, and of an earlier moment.
class TestGraphPanePast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTableThatIsOpenShowsTheEarlierMoment()
    {
        GraphPane pane(m_shop.system, m_shop.microservices, m_layouts);
        pane.resize(700, 560);
        pane.QWidget::show();
        QTRY_VERIFY_WITH_TIMEOUT(!pane.view().scene().isEmpty(), 60'000);
        pane.setTable(true);
        const services::platform::Instant now(std::chrono::seconds(100));
        pane.show(fleet(InstanceState::Healthy, now), now);
        QVERIFY2(!stateOfCart(pane).contains(u"crashed"_s), qPrintable(stateOfCart(pane)));

        const auto then = now - std::chrono::seconds(30);
        pane.showMoment(fleet(InstanceState::Crashed, then - std::chrono::seconds(8)), then);
        QVERIFY2(stateOfCart(pane).contains(u"crashed 8 s"_s), qPrintable(stateOfCart(pane)));

        pane.show(fleet(InstanceState::Healthy, now), now + std::chrono::milliseconds(100)); // at once
        QVERIFY2(!stateOfCart(pane).contains(u"crashed"_s), qPrintable(stateOfCart(pane)));
    }

private:
    static FleetSnapshot fleet(InstanceState state, services::platform::Instant since)
    {
        services::platform::InstanceSnapshot cart;
        cart.status.unit = {u"cart"_s};
        cart.status.state = state;
        cart.status.since = since;
        FleetSnapshot fleet;
        fleet.instances = {cart};
        return fleet;
    }
    static QString stateOfCart(GraphPane &pane)
    {
        auto &rows = pane.table().rows();
        const int row = rows.rowOf({{NodeKind::Unit, u"cart"_s}, {}});
        return rows.index(row, GraphTableModel::State).data().toString();
    }

    tests::support::Shop m_shop;
    services::platform::Layouts m_layouts;
};

QTEST_MAIN(TestGraphPanePast)
#include "tst_graphpanepast.moc"
