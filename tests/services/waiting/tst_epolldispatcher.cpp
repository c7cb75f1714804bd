// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/waiting/epolldispatcher.h>
#include <services/waiting/looptimers.h>
#include <services/waiting/post.h>

#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <sys/socket.h>
#include <tests/support/filelimit.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <future>
#include <mutex>

using namespace services::waiting;
using namespace std::chrono_literals;

namespace {

// A thread with a loop of ours, in which a test runs its steps. Ends with this object.
class Looping
{
public:
    Looping()
    {
        m_thread.setEventDispatcher(new EpollDispatcher);
        m_place.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Looping()
    {
        m_thread.quit();
        m_thread.wait();
    }
    void run(const std::function<void()> &step)
    {
        std::promise<void> done;
        post(&m_place, [&step, &done] {
            step();
            done.set_value();
        });
        done.get_future().wait();
    }
    QObject *place() { return &m_place; }

private:
    QThread m_thread;
    QObject m_place;
};

// Two sockets, each of which reads what is written to the other.
struct Pair
{
    Pair() { socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()); }
    ~Pair()
    {
        close(ends[0]);
        close(ends[1]);
    }
    std::array<int, 2> ends{};
};

} // namespace

class TestEpollDispatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsAWaitWhenWorkIsPostedFromAnotherThread()
    {
        Looping looping;
        std::atomic<int> done = 0;
        for (int index = 0; index < 10'000; ++index)
            post(looping.place(), [&done] { ++done; });
        QTRY_COMPARE(done.load(), 10'000);
    }

    void runsWhatItsOwnWorkHasPosted()
    {
        Looping looping;
        std::atomic<int> done = 0;
        std::function<void()> again = [&] {
            if (++done < 1'000)
                post(looping.place(), again);
        };
        post(looping.place(), again);
        QTRY_COMPARE(done.load(), 1'000);
    }

    void endsWhenItIsToldTo_data()
    {
        QTest::addColumn<bool>("fromInside");
        QTest::newRow("by its own work") << true;
        QTest::newRow("by another thread") << false;
    }
    void endsWhenItIsToldTo()
    {
        QFETCH(bool, fromInside);
        for (int round = 0; round < 200; ++round) { // the moment in which it begins to wait is a narrow one
            QThread thread;
            thread.setEventDispatcher(new EpollDispatcher);
            QObject place;
            place.moveToThread(&thread);
            if (fromInside)
                post(&place, [&thread] { thread.quit(); });
            thread.start();
            if (!fromInside)
                thread.quit();
            QVERIFY(thread.wait(10'000));
        }
    }

    void runsTimersInOrderOfTimeAndNeverEarly()
    {
        Looping looping;
        std::mutex mutex;
        std::vector<int> order;
        bool early = false;
        const auto start = std::chrono::steady_clock::now();
        looping.run([&] {
            for (const int wait : {30, 0, 10}) {
                QTimer::singleShot(wait, looping.place(), [&, wait] {
                    const std::lock_guard lock(mutex);
                    order.push_back(wait);
                    early
                        = early || std::chrono::steady_clock::now() - start < std::chrono::milliseconds(wait);
                });
            }
        });
        const auto ran = [&] {
            const std::lock_guard lock(mutex);
            return order;
        };
        QTRY_COMPARE(ran(), (std::vector{0, 10, 30}));
        QVERIFY(!early);
    }

    void repeatsATimerUntilItIsStopped()
    {
        Looping looping;
        std::atomic<int> ticks = 0;
        std::unique_ptr<QTimer> timer;
        looping.run([&] {
            timer = std::make_unique<QTimer>();
            QObject::connect(timer.get(), &QTimer::timeout, timer.get(), [&] {
                if (++ticks == 3)
                    timer->stop();
            });
            timer->start(1ms);
        });
        QTRY_COMPARE(ticks.load(), 3);
        int remaining = 0;
        looping.run([&] { remaining = timer->remainingTime(); });
        QCOMPARE(remaining, -1);
        std::atomic<bool> waited = false;
        looping.run([&] { QTimer::singleShot(20ms, looping.place(), [&] { waited = true; }); });
        QTRY_VERIFY(waited);
        QCOMPARE(ticks.load(), 3);
        looping.run([&] { timer.reset(); });
    }

    void knowsTheTimersOfAnObject()
    {
        Looping looping;
        QList<QAbstractEventDispatcher::TimerInfo> before;
        QList<QAbstractEventDispatcher::TimerInfo> after;
        int remaining = 0;
        looping.run([&] {
            auto *dispatcher = QAbstractEventDispatcher::instance();
            QObject owner;
            const int id = owner.startTimer(1h);
            before = dispatcher->registeredTimers(&owner);
            remaining = dispatcher->remainingTime(id);
            owner.killTimer(id);
            after = dispatcher->registeredTimers(&owner);
        });
        QCOMPARE(before.size(), 1);
        QCOMPARE(before.front().interval, 3'600'000);
        QVERIFY(remaining > 3'500'000 && remaining <= 3'600'000);
        QVERIFY(after.isEmpty());
    }

    void tellsNotifiersWhatTheirDescriptorsCanDo()
    {
        Looping looping;
        Pair pair;
        std::atomic<int> read = 0;
        std::atomic<int> writable = 0;
        std::unique_ptr<QSocketNotifier> reader;
        std::unique_ptr<QSocketNotifier> writer;
        looping.run([&] {
            reader = std::make_unique<QSocketNotifier>(pair.ends[0], QSocketNotifier::Read);
            writer = std::make_unique<QSocketNotifier>(pair.ends[0], QSocketNotifier::Write);
            QObject::connect(reader.get(), &QSocketNotifier::activated, reader.get(), [&] {
                char byte = 0;
                read += static_cast<int>(::read(pair.ends[0], &byte, 1));
            });
            QObject::connect(writer.get(), &QSocketNotifier::activated, writer.get(), [&] {
                ++writable;
                writer->setEnabled(false);
            });
        });
        QTRY_COMPARE(writable.load(), 1);
        QCOMPARE(::write(pair.ends[1], "abc", 3), 3);
        QTRY_COMPARE(read.load(), 3);
        QCOMPARE(writable.load(), 1);
        looping.run([&] { writer->setEnabled(true); });
        QTRY_COMPARE(writable.load(), 2);
        looping.run([&] {
            reader.reset();
            writer.reset();
        });
    }

    void letsANotifierGoWhileItIsTold()
    {
        Looping looping;
        Pair pair;
        std::atomic<int> told = 0;
        looping.run([&] {
            auto *const reader = new QSocketNotifier(pair.ends[0], QSocketNotifier::Read);
            QObject::connect(reader, &QSocketNotifier::activated, reader, [&told, reader] {
                reader->setEnabled(false);
                reader->deleteLater();
                ++told;
            });
        });
        QCOMPARE(::write(pair.ends[1], "a", 1), 1);
        QTRY_COMPARE(told.load(), 1);
    }

    void givesAllSocketsOfAThreadOneSet()
    {
        Looping looping;
        bool isShared = false;
        looping.run([&] { isShared = DescriptorSet::ofThisThread() == DescriptorSet::ofThisThread(); });
        QVERIFY(isShared);
        QVERIFY(DescriptorSet::ofThisThread() != DescriptorSet::ofThisThread()); // on Qt's own loop
    }

    void runsTheTimersOfServices()
    {
        Looping looping;
        std::atomic<bool> ran = false;
        std::unique_ptr<LoopTimers> timers;
        looping.run([&] {
            timers = std::make_unique<LoopTimers>();
            timers->after(2ms, [&] { ran = true; });
        });
        QTRY_VERIFY(ran);
        looping.run([&] { timers.reset(); });
    }

    void saysWhenTheSystemHasNoDescriptorForIt()
    {
        QVERIFY(EpollDispatcher().works());
        QVERIFY(DescriptorSet().works());
        const auto reached = tests::support::FileLimit::reached();
        {
            const tests::support::FileLimit one(reached + 1); // for the set, and not for the bell
            QVERIFY(DescriptorSet().works());
            QVERIFY(!EpollDispatcher().works());
        }
        const tests::support::FileLimit none(reached);
        QVERIFY(!DescriptorSet().works());
        QVERIFY(!EpollDispatcher().works());
    }

    void servesANestedLoop()
    {
        Looping looping;
        bool ended = false;
        looping.run([&] {
            QEventLoop loop;
            QTimer::singleShot(1ms, &loop, &QEventLoop::quit);
            loop.exec();
            ended = true;
        });
        QVERIFY(ended);
    }
};

QTEST_GUILESS_MAIN(TestEpollDispatcher)
#include "tst_epolldispatcher.moc"
