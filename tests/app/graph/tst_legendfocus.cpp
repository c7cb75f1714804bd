// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/legend.h>

#include <QTest>

#include <tests/support/shop.h>

using app::graph::Legend;

// Tab goes to the legend only where something in it can be chosen.
class TestLegendFocus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutTeamsTabPassesIt()
    {
        const tests::support::Shop shop;
        Legend legend(shop.system, shop.microservices);
        QCOMPARE(legend.focusPolicy(), Qt::TabFocus);
        legend.setTeams(false);
        QCOMPARE(legend.focusPolicy(), Qt::NoFocus);
        legend.setTeams(true);
        QCOMPARE(legend.focusPolicy(), Qt::TabFocus);
    }
};

QTEST_MAIN(TestLegendFocus)
#include "tst_legendfocus.moc"
