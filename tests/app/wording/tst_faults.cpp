// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/session/language.h>
#include <app/wording/faults.h>
#include <model/operation/everyfault.h>
#include <model/operation/faulttext.h>

#include <QTest>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::wording;

// Whom a fault takes is another in each shape, and is said so.
class TestFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesWhomItTakes_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("inMonolith");
        QTest::addColumn<QString>("byTeam");
        QTest::addColumn<QString>("inMicroservices");
        QTest::addRow("a unit") << u"freeze:catalogue"_s << u"Shop stands still"_s
                                << u"Discovery stands still"_s << u"Catalogue stands still"_s;
        QTest::addRow("one instance of it")
            << u"crash:catalogue#2"_s << u"instance 2 of Shop has crashed"_s
            << u"instance 2 of Discovery has crashed"_s << u"instance 2 of Catalogue has crashed"_s;
        QTest::addRow("its database")
            << u"store-slow:catalogue"_s << u"the database of Shop takes 500 ms longer"_s
            << u"the database of Discovery takes 500 ms longer"_s
            << u"the database of Catalogue takes 500 ms longer"_s;
        QTest::addRow("a module") << u"hang:catalogue"_s << u"Catalogue in Shop hangs"_s
                                  << u"Catalogue in Discovery hangs"_s << u"Catalogue hangs"_s;
        QTest::addRow("a module of one instance")
            << u"hang:catalogue#2"_s << u"Catalogue in instance 2 of Shop hangs"_s
            << u"Catalogue in instance 2 of Discovery hangs"_s << u"instance 2 of Catalogue hangs"_s;
        QTest::addRow("alone in a unit of another name")
            << u"hang:storefront"_s << u"Storefront in Shop hangs"_s << u"Storefront in Web hangs"_s
            << u"Storefront hangs"_s;
        QTest::addRow("alone in a unit of the same name") << u"hang:payments"_s << u"Payments in Shop hangs"_s
                                                          << u"Payments hangs"_s << u"Payments hangs"_s;
        QTest::addRow("a line") << u"cut-off:orders>inventory"_s
                                << u"Orders in Shop is cut off from Inventory in Shop"_s
                                << u"Orders in Checkout is cut off from Inventory in Fulfilment"_s
                                << u"Orders is cut off from Inventory"_s;
        QTest::addRow("nobody in particular")
            << u"broker-down@monolith"_s << u"the message broker is down"_s << u"the message broker is down"_s
            << u"the message broker is down"_s; // no shape: said besides
    }

    void namesWhomItTakes()
    {
        QFETCH(QString, fault);
        QFETCH(QString, inMonolith);
        QFETCH(QString, byTeam);
        QFETCH(QString, inMicroservices);
        const auto read = model::operation::readFault(fault);
        QVERIFY(read.has_value());
        QCOMPARE(words(*read, m_shop.system, m_shop.monolith), inMonolith);
        QCOMPARE(words(*read, m_shop.system, model::packaging::byTeam(m_shop.system)), byTeam);
        QCOMPARE(words(*read, m_shop.system, m_shop.microservices), inMicroservices);
        const QString atStart = wordsAtStart(*read, m_shop.system, m_shop.monolith);
        QCOMPARE(atStart, inMonolith.left(1).toUpper() + inMonolith.mid(1));
    }

    void everyFaultHasItsPlacesFilled()
    {
        int told = 0;
        for (const auto &fault : model::operation::everyFault(m_shop.system)) {
            const QString sentence = words(fault, m_shop.system, m_shop.monolith);
            QVERIFY2(!sentence.contains(u'{') && !sentence.contains(u"  "_s), qPrintable(sentence));
            ++told;
        }
        QVERIFY(told > 100);
    }

    void saysItInGerman()
    {
        m_language.speak(u"de"_s);
        const auto read = model::operation::readFault(u"hang:payments"_s);
        QCOMPARE(words(*read, m_shop.system, m_shop.monolith), u"Payments in Shop hängt"_s);
        m_language.speak(u"en"_s);
    }

private:
    const tests::support::Shop m_shop;
    app::session::Language m_language;
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
