// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultplay.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace toy;

class TestLinkFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBrokenLineIsOfNoConcernWithinAUnit_data()
    {
        QTest::addColumn<QString>("broken");
        QTest::newRow("cut off") << u"cut-off:front>back"_s;
        QTest::newRow("requests lost") << u"cut-requests:front>back"_s;
        QTest::newRow("answers lost") << u"cut-replies:front>back"_s;
        QTest::newRow("all parts lost") << u"link-loss:front>back,share=1"_s;
    }
    void aBrokenLineIsOfNoConcernWithinAUnit()
    {
        QFETCH(QString, broken);
        Play play(mixed());
        play.inject(broken);
        QVERIFY(play.customer->askFront(u"1"_s));
    }

    void aBrokenLineIsSilentUntilItIsMended_data() { aBrokenLineIsOfNoConcernWithinAUnit_data(); }
    void aBrokenLineIsSilentUntilItIsMended()
    {
        QFETCH(QString, broken);
        Play play(microservices(), makeImpatient);
        play.inject(broken);
        QCOMPARE(play.customer->askFront(u"1"_s).error().kind, Kind::TimedOut);
        QVERIFY(play.askBack()); // over another line
        QVERIFY(play.askEar());
        const Asked waiting(*play.customer, front, u"GET /ask/{id}"_s, u"1"_s);
        QVERIFY(play.measures([&] { return play.inFlight(front) == 1; }));
        play.lift(broken);
        QVERIFY(waiting.answer());
        QVERIFY(play.customer->askFront(u"1"_s));
    }

    void onlyLostAnswersWereActedOn_data()
    {
        QTest::addColumn<QString>("broken");
        QTest::addColumn<bool>("acts");
        QTest::newRow("cut off") << u"cut-off:front>back"_s << false;
        QTest::newRow("requests lost") << u"cut-requests:front>back"_s << false;
        QTest::newRow("answers lost") << u"cut-replies:front>back"_s << true;
    }
    void onlyLostAnswersWereActedOn()
    {
        QFETCH(QString, broken);
        QFETCH(bool, acts);
        Play play(microservices(), makeImpatient);
        play.inject(broken);
        const auto told = play.customer->ask(front, u"POST /tell/{id}"_s, u"cut"_s);
        QCOMPARE(told.error().kind, Kind::TimedOut);
        play.lift(broken);
        QVERIFY(play.customer->ask(front, u"POST /tell/{id}"_s, u"mended"_s));
        QVERIFY(play.hears(u"mended"_s));
        QCOMPARE(play.askEar()->body.contains("cut"), acts);
    }

    void aCallUnderWayGoesSilentWhenItsLineIsCut()
    {
        Play play(microservices());
        play.inject(u"hang:back"_s);
        const Asked waiting(*play.customer, front, u"GET /ask/{id}"_s, u"1"_s);
        QVERIFY(play.measures([&] { return play.inFlight(back) == 1; }));
        play.inject(u"cut-off:front>back"_s);
        play.lift(u"hang:back"_s);
        QVERIFY(play.measures([&] { return play.inFlight(back) == 0; }));
        QVERIFY(!waiting.isAnswered());
        play.lift(u"cut-off:front>back"_s);
        QVERIFY(waiting.answer());
    }

    void aLineTakesTime_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("atLeast");
        QTest::newRow("slow") << u"link-slow:front>back,delay=200"_s << 200;
        QTest::newRow("narrow") << u"link-bandwidth:front>back,bandwidth=2"_s << 400;
    }
    void aLineTakesTime()
    {
        QFETCH(QString, line);
        QFETCH(int, atLeast);
        Play play(microservices());
        play.inject(line);
        QElapsedTimer elapsed;
        elapsed.start();
        QVERIFY(play.customer->askFront(u"1"_s));
        QVERIFY(elapsed.elapsed() >= atLeast); // never earlier
        play.lift(line);
        QVERIFY(play.customer->askFront(u"1"_s));
    }
};

QTEST_GUILESS_MAIN(TestLinkFaults)
#include "tst_linkfaults.moc"
