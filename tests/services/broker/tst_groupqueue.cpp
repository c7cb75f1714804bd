// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/broker/groupqueue.h>

#include <QTest>

#include <map>
#include <random>
#include <set>

using namespace services::broker;
using namespace std::chrono_literals;

namespace {

constexpr auto holder = SubscriptionId{1};

Waiting waiting(std::int64_t message, const QByteArray &key = {})
{
    return {message, key, {}, 0, {}};
}

} // namespace

class TestGroupQueue : public QObject
{
    Q_OBJECT
private:
    static std::vector<std::int64_t> handOutAll(GroupQueue &queue, Instant until = Instant::max())
    {
        std::vector<std::int64_t> messages;
        while (const auto message = queue.ready()) {
            queue.handOut(*message, holder, until);
            messages.push_back(*message);
        }
        return messages;
    }

private Q_SLOTS:
    void handsOutTheOldestFirstAndOneOfEachKey()
    {
        GroupQueue queue;
        queue.add(waiting(1, "a"));
        queue.add(waiting(2));
        queue.add(waiting(3, "a"));
        queue.add(waiting(4, "b"));
        queue.add(waiting(5, "a"));
        QCOMPARE(handOutAll(queue), (std::vector<std::int64_t>{1, 2, 4}));
        QCOMPARE(queue.inFlight(), 3);
        queue.settle(1);
        QCOMPARE(handOutAll(queue), std::vector<std::int64_t>{3});
        QCOMPARE(queue.heldBy(holder).size(), 3U);
    }

    void whatMayNotMoveYetWaitsForItsMoment()
    {
        const Instant now{10s};
        GroupQueue queue;
        queue.add(waiting(1, "a"), now + 2s);
        queue.add(waiting(2, "a"), now + 3s);
        queue.add(waiting(3, "b"), now + 1s);
        queue.add(waiting(4));
        QCOMPARE(handOutAll(queue), std::vector<std::int64_t>{4});
        QVERIFY(queue.nextMoment() == now + 1s);
        QVERIFY(queue.advance(now + 2s).empty());
        QCOMPARE(handOutAll(queue), (std::vector<std::int64_t>{1, 3}));
        queue.settle(1);
        QVERIFY(!queue.ready());
        queue.advance(now + 3s);
        QCOMPARE(handOutAll(queue), std::vector<std::int64_t>{2});
    }

    void whoeverHurriesWaitsForNoMomentButOfRefusals()
    {
        const Instant now{10s};
        GroupQueue queue;
        queue.add(waiting(1, "a"), now + 1s);
        queue.add(waiting(2, "a"), now + 1h);
        queue.add(waiting(3, "b"), now);
        queue.advance(now);
        QCOMPARE(handOutAll(queue), std::vector<std::int64_t>{3});
        queue.giveBack(3, now + 5s);
        queue.hurry();
        QCOMPARE(handOutAll(queue), std::vector<std::int64_t>{1});
        queue.settle(1);
        QCOMPARE(handOutAll(queue), std::vector<std::int64_t>{2});
        QVERIFY(queue.nextMoment() == now + 5s);
        queue.advance(now + 5s);
        QCOMPARE(handOutAll(queue), std::vector<std::int64_t>{3});
    }

    void whatIsGivenBackKeepsItsPlace()
    {
        const Instant now{10s};
        GroupQueue queue;
        queue.add(waiting(1, "a"));
        queue.add(waiting(2, "a"));
        queue.add(waiting(3));
        handOutAll(queue);
        QCOMPARE(queue.giveBack(1, now + 5s), 1);
        QCOMPARE(queue.holder(1), SubscriptionId::None);
        QVERIFY(!queue.ready());
        QCOMPARE(queue.nextMoment(), now + 5s);
        QCOMPARE(queue.advance(now + 5s - 1ns), std::vector<std::int64_t>{});
        QVERIFY(!queue.ready());
        queue.advance(now + 5s);
        QCOMPARE(queue.ready(), std::optional<std::int64_t>(1));
        QCOMPARE(queue.redeliveries(1), 1);
    }

    void countsRefusalsAndBlamesApart()
    {
        GroupQueue queue;
        queue.add(waiting(1));
        queue.add(waiting(2));
        QCOMPARE(queue.countRefusal(1), 1);
        QCOMPARE(queue.countRefusal(1), 2);
        QCOMPARE(queue.countBlame(1), 1);
        QCOMPARE(queue.countBlame(2), 1);
    }

    void saysWhatIsHeldForTooLong()
    {
        const Instant now{10s};
        GroupQueue queue;
        queue.add(waiting(1));
        queue.add(waiting(2));
        queue.handOut(1, holder, now + 1s);
        queue.handOut(2, holder, now + 2s);
        QCOMPARE(queue.advance(now + 1s), std::vector<std::int64_t>{1});
        QCOMPARE(queue.advance(now + 1s), std::vector<std::int64_t>{});
        queue.settle(1); // at the last moment
        QCOMPARE(queue.nextMoment(), now + 2s);
        QCOMPARE(queue.size(), 1U);
    }

    void mayBeSettledInEachState()
    {
        const Instant now{10s};
        GroupQueue queue;
        for (int i = 1; i <= 3; ++i)
            queue.add(waiting(i));
        queue.settle(1); // ready
        queue.handOut(2, holder, now);
        queue.settle(2); // in hand
        queue.handOut(3, holder, now);
        queue.giveBack(3, now + 1h);
        queue.settle(3); // for later
        QCOMPARE(queue.size(), 0U);
        QCOMPARE(queue.inFlight(), 0);
        QCOMPARE(queue.nextMoment(), Instant::max());
        QVERIFY(!queue.ready());
    }

    // Whatever happens, each message is settled once, of a key only the oldest is handed out, and
    // nothing is left behind.
    void keepsItsPromisesInAnyOrderOfEvents()
    {
        for (unsigned seed = 1; seed <= 50; ++seed) {
            std::mt19937 random(seed);
            GroupQueue queue;
            Instant now{1s};
            std::map<QByteArray, std::set<std::int64_t>> open; // of each key
            std::map<std::int64_t, QByteArray> keys;
            std::vector<std::int64_t> held;
            std::int64_t added = 0;
            int settled = 0;
            while (settled < 300) {
                const auto choice = random() % 4;
                if (choice == 0 && added < 300) {
                    ++added;
                    queue.add(
                        waiting(added, random() % 4 == 0 ? QByteArray() : QByteArray::number(random() % 5)));
                } else if (choice == 1 && queue.ready()) {
                    held.push_back(*queue.ready());
                    const auto &key = keys[held.back()];
                    QVERIFY(key.isEmpty() || *open[key].begin() == held.back());
                    queue.handOut(held.back(), holder, now + 20ms);
                } else if (choice == 2 && !held.empty()) {
                    const auto message = held[random() % held.size()];
                    std::erase(held, message);
                    if (random() % 3 == 0) {
                        queue.giveBack(message, now + std::chrono::milliseconds(random() % 30));
                    } else {
                        queue.settle(message);
                        open[keys[message]].erase(message);
                        ++settled;
                    }
                } else {
                    now += 3ms;
                    for (const auto message : queue.advance(now)) {
                        QVERIFY(std::erase(held, message) == 1);
                        queue.giveBack(message, now);
                    }
                }
                QCOMPARE(queue.inFlight(), static_cast<std::int64_t>(held.size()));
                QCOMPARE(queue.size(), static_cast<std::size_t>(added - settled));
            }
            QCOMPARE(queue.nextMoment(), Instant::max());
        }
    }
};

QTEST_GUILESS_MAIN(TestGroupQueue)
#include "tst_groupqueue.moc"
