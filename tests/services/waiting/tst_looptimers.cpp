// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/waiting/looptimers.h>

#include <QTest>

#include <tests/support/filelimit.h>

#include <random>

using namespace services::waiting;
using namespace std::chrono_literals;

class TestLoopTimers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsInOrderOfTime()
    {
        LoopTimers timers;
        std::vector<int> order;
        const Instant start = timers.now();
        timers.at(start + 3ms, [&] { order.push_back(3); });
        timers.at(start + 1ms, [&] { order.push_back(1); });
        timers.at(start + 2ms, [&] { order.push_back(2); });
        QTRY_COMPARE(order.size(), 3U);
        QCOMPARE(order, (std::vector{1, 2, 3}));
    }

    void runsWhatIsOfOneInstantInTheOrderOfPlanning()
    {
        LoopTimers timers;
        std::vector<int> order;
        std::vector<int> expected;
        const Instant when = timers.now() + 2ms;
        for (int i = 0; i < 100; ++i) {
            expected.push_back(i);
            timers.at(when, [&order, i] { order.push_back(i); });
        }
        QTRY_COMPARE(order.size(), expected.size());
        QCOMPARE(order, expected);
    }

    void neverRunsEarly()
    {
        LoopTimers timers;
        const Instant due = timers.now() + 1500us;
        Instant ran{};
        timers.at(due, [&] { ran = timers.now(); });
        QTRY_VERIFY(ran != Instant{});
        QVERIFY(ran >= due);
    }

    void runsWhatIsOverdueOnTheNextTurnOfTheLoop()
    {
        LoopTimers timers;
        bool ran = false;
        timers.at(timers.now() - 1h, [&] { ran = true; });
        QVERIFY(!ran);
        QTRY_VERIFY(ran);
    }

    void doesNotRunWhatWasCancelled()
    {
        LoopTimers timers;
        bool cancelled = false;
        bool other = false;
        const auto ticket = timers.after(1ms, [&] { cancelled = true; });
        timers.after(2ms, [&] { other = true; });
        timers.cancel(ticket);
        timers.cancel(ticket);
        timers.cancel(Timers::Ticket::None);
        QTRY_VERIFY(other);
        QVERIFY(!cancelled);
    }

    void saysWhenItHasNoAlarm()
    {
        QVERIFY(LoopTimers().works());
        const tests::support::FileLimit limit(tests::support::FileLimit::reached());
        QVERIFY(!LoopTimers().works());
    }

    void anActionMayCancelAndAddOthers()
    {
        LoopTimers timers;
        bool cancelled = false;
        bool added = false;
        const Instant due = timers.now() + 1ms;
        Timers::Ticket second = Timers::Ticket::None;
        timers.at(due, [&] {
            timers.cancel(second);
            timers.at(due, [&] { added = true; });
        });
        second = timers.at(due + 1ns, [&] { cancelled = true; });
        QTRY_VERIFY(added);
        QVERIFY(!cancelled);
    }

    void anActionThatRearmsItselfDoesNotStarveTheLoop()
    {
        LoopTimers timers;
        int runs = 0;
        std::function<void()> again = [&] {
            ++runs;
            timers.at(timers.now(), again);
        };
        again();
        bool posted = false;
        QMetaObject::invokeMethod(
            qApp, [&] { posted = true; }, Qt::QueuedConnection);
        QTRY_VERIFY(posted);
        QVERIFY(runs > 0);
    }

    void manyCancelledDeadlinesAreForgotten()
    {
        LoopTimers timers;
        std::mt19937 random(7);
        int ran = 0;
        std::vector<Timers::Ticket> tickets;
        for (int count = 0; count < 20000; ++count) {
            const auto delay = std::chrono::microseconds(random() % 3000);
            tickets.push_back(timers.after(delay, [&] { ++ran; }));
        }
        for (size_t index = 0; index < tickets.size(); ++index) {
            if (index % 100 != 0)
                timers.cancel(tickets[index]);
        }
        QTRY_COMPARE(ran, 200);
    }
};

QTEST_GUILESS_MAIN(TestLoopTimers)
#include "tst_looptimers.moc"
