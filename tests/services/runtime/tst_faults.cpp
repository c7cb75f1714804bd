// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultplay.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

#include <tests/services/transport/rawclient.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace toy;
using tests::transport::RawClient;

class TestFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHangHoldsItsOwnRequestsUntilItIsLifted_data() { addShapes(); }
    void aHangHoldsItsOwnRequestsUntilItIsLifted()
    {
        QFETCH(model::packaging::Packaging, packaging);
        Play play(packaging, makeImpatient);
        play.inject(u"hang:back"_s);
        const Asked hung(*play.customer, back, u"GET /answer/{id}"_s, u"1"_s);
        QVERIFY(play.measures([&] { return play.inFlight(back) == 1; }));
        QVERIFY(play.askEar());
        QCOMPARE(play.customer->ask(front, u"GET /refusing"_s).error().kind, Kind::Unavailable);
        QCOMPARE(play.customer->askFront(u"1"_s).error().kind,
                 Kind::TimedOut); // the fleet's patience
        QVERIFY(!hung.isAnswered());
        QCOMPARE(play.status(back).state, InstanceState::Healthy);
        QCOMPARE(play.status(back).faults, std::vector{fault(u"hang:back"_s)});
        QCOMPARE(play.status(ear).faults.empty(), play.unitOf(ear) != play.unitOf(back));

        play.lift(u"hang:back"_s);
        QVERIFY(hung.answer());
        QVERIFY(play.customer->askFront(u"1"_s));
        QVERIFY(play.measures([&] { return play.inFlight(back) == 0; }));
    }

    void whatHangsIsFreeWhenNobodyWaits_data() { addShapes(); }
    void whatHangsIsFreeWhenNobodyWaits()
    {
        QFETCH(model::packaging::Packaging, packaging);
        Play play(packaging, makeImpatient);
        play.inject(u"hang:back"_s);
        QCOMPARE(play.customer->askFront(u"1"_s).error().kind,
                 Kind::TimedOut); // the fleet's patience, which travels with the request
        QVERIFY(play.measures([&] { return play.inFlight(back) == 0; }));
    }

    void aHungRequestEndsWithACrash()
    {
        Play play(microservices());
        play.inject(u"hang:back"_s);
        const Asked hung(*play.customer, back, u"GET /answer/{id}"_s, u"1"_s);
        QVERIFY(play.measures([&] { return play.inFlight(back) == 1; }));
        QVERIFY(play.fleet->crash(model::system::InstanceId{u"back-1"_s}));
        QCOMPARE(hung.answer().error().kind, Kind::Reset);
    }

    void errorsAreOfOneModuleOnly_data() { addShapes(); }
    void errorsAreOfOneModuleOnly()
    {
        QFETCH(model::packaging::Packaging, packaging);
        Play play(packaging);
        play.inject(u"errors:back,status=503"_s);
        const auto failed = play.askBack();
        QCOMPARE(failed.error().kind, Kind::Unavailable);
        QVERIFY2(failed.error().message.contains(u"back fails with status 503"),
                 qPrintable(failed.error().message));
        QCOMPARE(play.customer->askFront(u"1"_s).error().kind, Kind::Unavailable);
        QVERIFY(play.askEar());
        QCOMPARE(play.status(back).state, InstanceState::Healthy);
        play.lift(u"errors:back,status=503"_s);
        QVERIFY(play.askBack());
    }

    void someErrorsAreOfSomeRequests()
    {
        Play play(monolith());
        play.inject(u"errors:back,share=0.5"_s);
        int failed = 0;
        for (int i = 0; i < 100; ++i)
            failed += play.askBack() ? 0 : 1;
        QVERIFY2(failed > 20 && failed < 80, qPrintable(QString::number(failed)));
    }

    void aSlowModuleAnswersLater_data()
    {
        QTest::addColumn<QString>("slow");
        QTest::newRow("always the same") << u"slow:back,delay=200"_s;
        QTest::newRow("now more, now less") << u"slow-jittered:back,delay=300,jitter=100"_s;
        QTest::newRow("a tail that takes all") << u"slow-tail:back,delay=200,share=1"_s;
    }
    void aSlowModuleAnswersLater()
    {
        QFETCH(QString, slow);
        Play play(microservices());
        play.inject(slow);
        QElapsedTimer elapsed;
        elapsed.start();
        QVERIFY(play.askBack());
        QVERIFY(elapsed.elapsed() >= 200); // never earlier
        const Asked slowed(*play.customer, back, u"GET /answer/{id}"_s, u"1"_s);
        play.lift(slow);
        QVERIFY(slowed.answer());
    }

    void aFaultOutlivesTheInstance()
    {
        Play play(microservices());
        play.inject(u"errors:back"_s);
        QVERIFY(play.fleet->restart(model::system::InstanceId{u"back-1"_s}));
        QVERIFY(turnUntil([&] { return play.status(back).incarnation == 2; }));
        QVERIFY(play.becomes(u"back-1"_s, InstanceState::Healthy));
        QVERIFY(!play.askBack());
        QVERIFY(awaited(play.fleet->scale({u"back"_s}, 3)));
        for (int i = 0; i < 6; ++i)
            QVERIFY(!play.askBack());
        QCOMPARE(play.fleet->instance({u"back-3"_s})->faults, play.status(back).faults);
    }

    void aFaultOfOneInstanceIsItsAlone()
    {
        Play play(microservices(2));
        play.inject(u"errors:back#2"_s);
        int failed = 0;
        for (int i = 0; i < 10; ++i)
            failed += play.askBack() ? 0 : 1;
        QCOMPARE(failed, 5); // in turn
        QVERIFY(play.status(back).faults.empty());
        QVERIFY(!play.fleet->inject(fault(u"errors:back#3"_s)));
    }

    void aCrashTakesTheWholeUnit_data() { addShapes(); }
    void aCrashTakesTheWholeUnit()
    {
        QFETCH(model::packaging::Packaging, packaging);
        const bool isAlone = packaging.unitOf(ear) != packaging.unitOf(back);
        Play play(packaging);
        play.inject(u"crash:back"_s);
        QCOMPARE(play.status(back).state, InstanceState::Crashed);
        QVERIFY(play.status(back).reason->message.contains(u"back has crashed"));
        QVERIFY(!play.askBack());
        QCOMPARE(play.askEar().has_value(), isAlone);
        play.lift(u"crash:back"_s);
        QCOMPARE(play.status(back).state, InstanceState::Starting);
        QVERIFY(turnUntil([&] { return play.status(back).state == InstanceState::Healthy; }));
        QVERIFY(play.askBack());
        QVERIFY(play.fleet->faultsInForce().empty());
    }

    void aRestartEndsACrash()
    {
        Play play(microservices());
        play.inject(u"crash:back"_s);
        QVERIFY(play.fleet->restart(model::system::UnitId{u"back"_s}));
        QVERIFY(play.fleet->faultsInForce().empty());
        QVERIFY(play.becomes(u"back-1"_s, InstanceState::Healthy));
    }

    void aCrashLoopGoesOnUntilItIsLifted()
    {
        Play play(microservices());
        play.inject(u"crash-loop:back,after=50"_s);
        QVERIFY(turnUntil([&] { return play.status(back).incarnation >= 4; }));
        play.lift(u"crash-loop:back,after=50"_s);
        QVERIFY(play.becomes(u"back-1"_s, InstanceState::Healthy));
        const int incarnation = play.status(back).incarnation;
        QVERIFY(!turnUntil([&] { return play.status(back).incarnation != incarnation; }, 200ms));
        QVERIFY(play.askBack());
    }

    void aFrozenProcessAcceptsAndSaysNothing_data() { addShapes(); }
    void aFrozenProcessAcceptsAndSaysNothing()
    {
        QFETCH(model::packaging::Packaging, packaging);
        const bool isAlone = packaging.unitOf(ear) != packaging.unitOf(back);
        Play play(packaging);
        QVERIFY(play.askBack()); // a connection is there
        play.inject(u"freeze:back"_s);
        QVERIFY(play.becomes(play.status(back).id.value, InstanceState::Unresponsive));
        QVERIFY(play.status(back).reason->message.contains(u"back stands still"));
        const Asked kept(*play.customer, back, u"GET /answer/{id}"_s, u"1"_s);
        RawClient fresh(play.status(back).port);
        QVERIFY(fresh.isConnected());
        fresh.send("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        if (isAlone)
            QVERIFY(play.askEar());
        play.customer->setPatience(300ms);
        QCOMPARE(play.askBack().error().kind, Kind::TimedOut);
        QVERIFY(!kept.isAnswered());
        QVERIFY(fresh.received.isEmpty());

        play.lift(u"freeze:back"_s);
        QVERIFY(kept.answer());
        QVERIFY(turnUntil([&] { return fresh.received.startsWith("HTTP/1.1 200"); }));
        QVERIFY(play.becomes(play.status(back).id.value, InstanceState::Healthy));
    }

    void aFrozenProcessCanBeCrashedAndBootsFrozen()
    {
        Play play(microservices());
        play.inject(u"freeze:back"_s);
        QVERIFY(play.becomes(u"back-1"_s, InstanceState::Unresponsive));
        const Asked kept(*play.customer, back, u"GET /answer/{id}"_s, u"1"_s);
        QVERIFY(play.fleet->crash(model::system::InstanceId{u"back-1"_s}));
        QVERIFY(!kept.answer());
        QVERIFY(play.fleet->restart(model::system::InstanceId{u"back-1"_s}));
        QVERIFY(play.becomes(u"back-1"_s, InstanceState::Unresponsive)); // after a while without hope
        play.lift(u"freeze:back"_s);
        QVERIFY(play.becomes(u"back-1"_s, InstanceState::Healthy));
        QVERIFY(play.askBack());
    }

    void whoRefusesAnswersWhoIsConnectedOnceMore()
    {
        Play play(microservices());
        RawClient connected(play.status(back).port);
        connected.send("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QVERIFY(connected.waitForAnswers(1));
        play.inject(u"refuse:back"_s);
        QVERIFY(turnUntil([&] { return !RawClient(play.status(back).port).isConnected(); }));
        connected.send("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QVERIFY(connected.waitForAnswers(2));
        QVERIFY(connected.waitForClose());
        QCOMPARE(play.askBack().error().kind, Kind::Refused); // this customer comes for the first time

        play.lift(u"refuse:back"_s);
        QVERIFY(turnUntil([&] { return RawClient(play.status(back).port).isConnected(); }));
        QVERIFY(
            turnUntil([&] { return play.askBack().has_value(); })); // callers remember refusals for a while
    }

    void answersBreakInTheMiddleAfterTheWork()
    {
        Play play(microservices());
        play.inject(u"reset:back"_s);
        const auto told = play.customer->ask(back, u"POST /said/{id}"_s, u"done"_s);
        QCOMPARE(told.error().kind, Kind::Reset);
        QVERIFY(play.hears(u"done"_s));

        RawClient raw(play.status(back).port);
        raw.send("GET /answer/7 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QVERIFY(turnUntil([&] { return raw.wasReset(); }));
        QVERIFY2(raw.received.startsWith("HTTP/1.1 200"), raw.received);
        QVERIFY(raw.received.contains("{\"caller\""));
        QVERIFY(!raw.received.contains("\"id\":\"7\"}"));
        QCOMPARE(play.status(back).state, InstanceState::Healthy); // its health is told in full
        QVERIFY(play.measures([&] { return play.touched(u"reset"_s) == 2; }));

        play.lift(u"reset:back"_s);
        QVERIFY(play.askBack());
    }

    void aLeakEndsInACrashAgainAndAgain()
    {
        Play play(microservices());
        QStringList reasons;
        connect(play.fleet.get(), &Fleet::instanceChanged, this, [&](const InstanceStatus &status) {
            if (status.state == InstanceState::Crashed)
                reasons.append(status.reason ? status.reason->message : QString());
        });
        play.inject(u"memory-leak:back,leak=256,limit=8"_s);
        QVERIFY(turnUntil([&] { return reasons.size() >= 2; }));
        QCOMPARE(reasons.front(), u"back-1 is out of memory and was killed"_s);
        QVERIFY(play.askEar());
        play.lift(u"memory-leak:back,leak=256,limit=8"_s);
        QVERIFY(play.becomes(u"back-1"_s, InstanceState::Healthy));
        QVERIFY(play.askBack());
    }

    void aBurntProcessorIsReallyBusy()
    {
        Play play(microservices());
        play.inject(u"cpu-burn:back,share=0.5"_s);
        QVERIFY(play.measures([&] { return play.status(back).cpu >= 200ms; }));
        QVERIFY(play.askBack());
        QVERIFY(play.measures([&] { return play.touched(u"cpu-burn"_s) == 1; }));
        play.lift(u"cpu-burn:back,share=0.5"_s);
        QVERIFY(play.askBack());
        QCOMPARE(play.touched(u"cpu-burn"_s), 1U);
    }

    void aWrongClockIsTheComponentsAlone_data() { addShapes(); }
    void aWrongClockIsTheComponentsAlone()
    {
        QFETCH(model::packaging::Packaging, packaging);
        Play play(packaging);
        const auto skew = [&] {
            const auto reply = play.customer->ask(back, u"GET /calendar"_s);
            const auto told = QJsonDocument::fromJson(reply->body)[u"seconds"_s].toInteger();
            return std::abs(told - QDateTime::currentSecsSinceEpoch());
        };
        play.inject(u"clock-skew:back,skew=-86400"_s);
        QVERIFY(turnUntil([&] { return std::abs(skew() - 86'400) < 60; }));
        play.lift(u"clock-skew:back,skew=-86400"_s);
        QVERIFY(turnUntil([&] { return skew() < 60; }));
    }

    void aWronglyConfiguredInstanceNeverStarts()
    {
        Play play(microservices());
        play.inject(u"bad-configuration:back"_s);
        QVERIFY(play.becomes(u"back-1"_s, InstanceState::Failed));
        QVERIFY(play.status(back).reason->message.contains(u"bad configuration"));
        QVERIFY(!play.askBack());
        QVERIFY(play.askEar());
        QVERIFY(play.fleet->restart(model::system::UnitId{u"back"_s}));
        QVERIFY(play.becomes(u"back-1"_s, InstanceState::Failed));
        play.lift(u"bad-configuration:back"_s);
        QVERIFY(play.becomes(u"back-1"_s, InstanceState::Healthy));
        QVERIFY(play.askBack());
    }

    void keepsTheListOfWhatIsInForce()
    {
        Play play(microservices());
        QVERIFY(play.fleet->faultsInForce().empty());
        play.inject(u"slow:back"_s);
        play.inject(u"slow:back"_s);
        play.inject(u"cut-off:front>back"_s);
        QCOMPARE(play.fleet->faultsInForce(),
                 (std::vector{fault(u"slow:back"_s), fault(u"cut-off:front>back"_s)}));
        const auto lifted = play.fleet->lift(fault(u"hang:back"_s));
        QCOMPARE(lifted.error().kind, Kind::NotFound);
        QVERIFY2(lifted.error().message.contains(u"slow:back cut-off:front>back"),
                 qPrintable(lifted.error().message));
        play.lift(u"slow:back"_s);
        play.lift(u"cut-off:front>back"_s);
        QVERIFY(play.fleet->faultsInForce().empty());
        QVERIFY(play.customer->askFront(u"1"_s));
    }

    void refusesWhatDoesNotFit()
    {
        Play play(microservices());
        Fault unknown = fault(u"hang:back"_s);
        unknown.target.capability = {u"nobody"_s};
        QVERIFY(!play.fleet->inject(unknown));
        QVERIFY(play.fleet->faultsInForce().empty());
    }

    void stopsInTheMiddleOfAllFaults()
    {
        Play play(microservices());
        for (const auto &text :
             {u"freeze:back"_s, u"hang:front"_s, u"memory-leak:ear"_s, u"crash-loop:ear,after=50"_s})
            play.inject(text);
        const Asked hung(*play.customer, front, u"GET /refusing"_s);
        play.fleet->stop();
        QVERIFY(turnUntil([&] { return play.fleet->isStopped(); }));
        QVERIFY(!play.fleet->inject(fault(u"hang:back"_s)));
        QCOMPARE(play.knobs.alive.load(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
