// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/wording/instances.h>

#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::wording;

class TestInstances : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void areNamedAfterTheirUnit_data()
    {
        QTest::addColumn<QString>("instance");
        QTest::addColumn<QString>("name");
        QTest::addRow("of a unit") << u"catalogue-2"_s << u"Catalogue 2"_s;
        QTest::addRow("of one with a dash in its id") << u"front-desk-12"_s << u"Front desk 12"_s;
        QTest::addRow("of a unit that is not there") << u"warehouse-1"_s << u"warehouse-1"_s;
        QTest::addRow("without a number") << u"catalogue"_s << u"catalogue"_s;
    }

    void areNamedAfterTheirUnit()
    {
        auto shape = tests::support::Shop().microservices;
        shape.units.push_back({{u"front-desk"_s}, u"Front desk"_s, {}, 1});
        QFETCH(const QString, instance);
        QTEST(nameOf({instance}, shape), "name");
    }
};

QTEST_GUILESS_MAIN(TestInstances)
#include "tst_instances.moc"
