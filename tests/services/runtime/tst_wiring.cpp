// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultplay.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace toy;

// A call is the same whether it stays in its unit or leaves it.
class TestWiring : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Whoever is asked pays no heed to the deadline; the caller does, and is free for others.
    void nobodyWaitsBeyondTheDeadline_data() { addShapes(); }
    void nobodyWaitsBeyondTheDeadline()
    {
        QFETCH(model::packaging::Packaging, packaging);
        Play play(packaging, makeImpatient);
        const auto answer = play.customer->askFront(u"forever"_s);
        QCOMPARE(answer.error().kind, Kind::TimedOut);
        QVERIFY2(answer.error().message.contains(u"did not answer in time"_s),
                 qPrintable(answer.error().message));
        QCOMPARE(play.knobs.waiting.load(), 1); // works on, for nobody
        const int stillInside = play.unitOf(front) == play.unitOf(back) ? 1 : 0;
        QVERIFY(play.measures([&] { return play.inFlight(front) == stillInside; }));
        QVERIFY(play.customer->askFront(u"1"_s));
        play.fleet->stop();
        QVERIFY(turnUntil([&] { return play.fleet->isStopped(); }));
        QCOMPARE(play.knobs.unwound.load(), 1);
    }

    void withoutATimeoutTheCallerWaits_data() { addShapes(); }
    void withoutATimeoutTheCallerWaits()
    {
        QFETCH(model::packaging::Packaging, packaging);
        Play play(packaging, [](FleetPlan &plan) { plan.options.policies = model::operation::noPolicies(); });
        const Asked waiting(*play.customer, front, u"GET /ask/{id}"_s, u"forever"_s);
        QVERIFY(turnUntil([&] { return play.knobs.waiting == 1; }));
        play.customer->setPatience(300ms);
        QCOMPARE(play.customer->askFront(u"forever"_s).error().kind, Kind::TimedOut); // the customer's own
        QVERIFY(!waiting.isAnswered());
        QVERIFY(play.measures([&] { return play.inFlight(front) >= 2; })); // both are held
    }
};

QTEST_GUILESS_MAIN(TestWiring)
#include "tst_wiring.moc"
