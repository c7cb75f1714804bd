// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results.h"

#include <services/experiment/autoscaledunits.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace services::experiment;
using model::system::UnitId;
using tests::experiment::at;

namespace {

AutoscaledUnits::Use busy(const QString &unit, double utilisation)
{
    return {{unit}, {2, 2, utilisation}};
}

} // namespace

class TestAutoscaledUnits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scalesTheUnitsThatItIsToldTo()
    {
        AutoscaledUnits units;
        units.set({u"catalogue"_s}, AutoscaledUnits::Settings{});
        const auto orders = units.decide({busy(u"cart"_s, 1), busy(u"catalogue"_s, 0.9)}, at(0ms));
        QCOMPARE(orders.size(), 1u);
        QCOMPARE(orders[0].unit, UnitId{u"catalogue"_s});
        QCOMPARE(orders[0].to, 3);
        QCOMPARE(orders[0].words(), u"autoscaler: catalogue 2 -> 3, 90 % busy"_s);
    }

    void looksOnceASecond()
    {
        AutoscaledUnits units;
        units.set({u"cart"_s}, AutoscaledUnits::Settings{});
        QVERIFY(units.decide({busy(u"cart"_s, 0.6)}, at(0ms)).empty());
        QVERIFY(units.decide({busy(u"cart"_s, 1)}, at(999ms)).empty());
        QCOMPARE(units.decide({busy(u"cart"_s, 1)}, at(1000ms)).size(), 1u);
    }

    void leavesAUnitAloneWhenToldSo()
    {
        AutoscaledUnits units;
        units.set({u"cart"_s}, AutoscaledUnits::Settings{});
        QCOMPARE(units.settings().size(), 1u);
        units.set({u"cart"_s}, std::nullopt);
        QVERIFY(units.settings().empty());
        QVERIFY(units.decide({busy(u"cart"_s, 1)}, at(0ms)).empty());
    }
};

QTEST_APPLESS_MAIN(TestAutoscaledUnits)
#include "tst_autoscaledunits.moc"
