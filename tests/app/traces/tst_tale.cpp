// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sometraces.h"

#include <app/traces/talemodel.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::traces;
using model::telemetry::Trace;
using tests::support::spansOf;

class TestTale : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsACheckOutInSentences()
    {
        const auto tale = taleOf(Trace(spansOf(tests::traces::checkOut)), m_shop.system, microservices());
        QCOMPARE(tale.title, u"Check out"_s);
        QCOMPARE(tale.summary, u"5 hops over the network · 6 boxes · 62 ms"_s);
        QCOMPARE(tale.guilty, -1);
        const QStringList expected{
            u"A customer comes: “Check out”."_s,
            u"The customer asks Storefront to check out; Storefront takes 58 ms."_s,
            u"Storefront asks Orders to turn the cart into an order; Orders takes 52 ms."_s,
            u"Orders asks Cart to show the cart; Cart takes 6.0 ms."_s,
            u"Orders asks Inventory to set the goods aside; Inventory takes 5.0 ms. It took 2 tries."_s,
            u"Orders asks Payments to charge 42.90; Payments takes 21 ms."_s,
            u"After 62 ms the answer is there. Most of it, 21 ms, was the work of Payments itself."_s,
            u"After 80 ms, Shipping hears from Orders, through order.placed, that an order was placed and "
            u"takes "
            "6.0 ms; nobody waits for it."_s};
        QCOMPARE(sentences(tale), expected);
        QVERIFY(tale.steps[5].crossesUnits);
        QCOMPARE(tale.steps[5].from.value, u"orders"_s);
        QCOMPARE(tale.steps[5].to.value, u"payments"_s);
        QVERIFY(tale.steps[5].topic.isEmpty());
    }

    void aMessageComesFromWhoPublishesOnItsTopic_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<model::packaging::Packaging>("packaging");
        QTest::addRow("in eleven units") << tests::traces::checkOut << microservices();
        QTest::addRow("in one box") << tests::traces::heardInOneBox << monolith();
        QTest::addRow("heard of below a call")
            << u"call orders POST /orders 1-50\n  call payments POST /charges 2-40\n"
               "    serve payments POST /charges 3-39\n      message shipping order.placed 60-66\n"_s
            << microservices();
        QTest::addRow("when only the message was kept")
            << u"message shipping order.placed 60-66\n"_s << microservices();
    }
    void aMessageComesFromWhoPublishesOnItsTopic()
    {
        QFETCH(const QString, text);
        QFETCH(const model::packaging::Packaging, packaging);
        const auto steps = taleOf(Trace(spansOf(text)), m_shop.system, packaging).steps;
        const auto heard = std::ranges::find(steps, TaleStep::Kind::Message, &TaleStep::kind);
        QVERIFY(heard != steps.end());
        QCOMPARE(heard->from.value, u"orders"_s);
        QCOMPARE(heard->to.value, u"shipping"_s);
        QCOMPARE(heard->topic.value, u"order.placed"_s);
        QVERIFY2(heard->words.contains(u"Shipping hears from Orders, through order.placed, that"_s),
                 qPrintable(heard->words));
    }

    void ofSeveralWhoPublishTheOneInTheTrace()
    {
        auto system = m_shop.system;
        for (auto &capability : system.capabilities) {
            if (capability.id.value == u"cart"_s)
                capability.publishes.push_back({u"order.placed"_s});
        }
        const auto inTrace = taleOf(Trace(spansOf(tests::traces::checkOut)), system, microservices());
        QCOMPARE(inTrace.steps.back().from.value, u"orders"_s);
        const auto alone
            = taleOf(Trace(spansOf(u"message shipping order.placed 60-66\n"_s)), system, microservices());
        QCOMPARE(alone.steps.back().from.value, u"cart"_s); // the first who may have
    }

    void aMessageThatCausesAnotherPublishesItItself()
    {
        const auto tale = taleOf(Trace(spansOf(tests::traces::heardInOneBox)), m_shop.system, monolith());
        QCOMPARE(tale.steps.back().from.value, u"shipping"_s);
        QCOMPARE(tale.steps.back().topic.value, u"shipment.created"_s);
        QVERIFY(!tale.steps.back().crossesUnits);
    }

    void tellsTheSameInOneBox()
    {
        const auto tale = taleOf(Trace(spansOf(tests::traces::checkOutInOneBox)), m_shop.system, monolith());
        QCOMPARE(tale.summary, u"1 hop over the network · 1 box · 50 ms"_s);
        const auto told = sentences(tale);
        QVERIFY2(
            told.contains(
                u"Orders asks Payments, next to it in the same box, to charge 42.90; Payments takes 20 ms."_s),
            qPrintable(told.join(u'\n')));
        QVERIFY(!tale.steps[2].crossesUnits);
    }

    void saysWhereAndWhyItGoesWrong()
    {
        const auto tale
            = taleOf(Trace(spansOf(tests::traces::failedCheckOut)), m_shop.system, microservices());
        QCOMPARE(tale.guilty, 3);
        const auto told = sentences(tale);
        QCOMPARE(
            told[3],
            u"Orders asks Payments to charge 42.90, and gets no good answer within 500 ms: no answer within "
            "500 ms. A fault in force has struck here: hang Payments hangs."_s);
        QVERIFY2(told.last().startsWith(
                     u"After 520 ms it has failed: POST /api/orders: payments did not answer."_s),
                 qPrintable(told.last()));
        QVERIFY(tale.steps.back().isTrouble);
        TaleModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(tale);
        QVERIFY(model.index(3, 0).data().toString().contains(u"✕ Here it goes wrong. Orders asks"_s));
        model.show(Tale());
        QCOMPARE(model.rowCount(), 0);
    }

    void doesNotInventWhatWasNotKept()
    {
        auto spans = spansOf(tests::traces::checkOut);
        spans.erase(spans.begin() + 9, spans.begin() + 11); // nothing of Payments
        const auto told = sentences(taleOf(Trace(spans), m_shop.system, microservices()));
        QVERIFY(told.filter(u"Payments"_s).isEmpty());
        QVERIFY(taleOf(Trace(), m_shop.system, microservices()).steps.empty());
    }

    void saysThatAnAnswerIsNotAsItShouldBe()
    {
        const auto tale
            = taleOf(Trace(spansOf(u"journey search 0-9 | fact degraded=GET /api/search: own index"_s)),
                     m_shop.system, microservices());
        QVERIFY(sentences(tale).last().contains(u"It is not as it should be: GET /api/search: own index."_s));
    }

private:
    static QStringList sentences(const Tale &tale)
    {
        QStringList said;
        for (const auto &step : tale.steps)
            said << step.words;
        return said;
    }
    model::packaging::Packaging monolith() const { return m_shop.shapes().front(); }
    model::packaging::Packaging microservices() const { return m_shop.shapes().back(); }

    const tests::support::Shop m_shop;
};

QTEST_GUILESS_MAIN(TestTale)
#include "tst_tale.moc"
