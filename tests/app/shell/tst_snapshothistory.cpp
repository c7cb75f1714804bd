// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/snapshothistory.h>

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using app::shell::SnapshotHistory;
using services::platform::Instant;
using services::platform::Snapshot;

class TestSnapshotHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsHowItWas()
    {
        SnapshotHistory history;
        QVERIFY(history.at(Instant(1s)) == nullptr);
        for (int tenth = 0; tenth < 100; ++tenth)
            history.take(snapshot(Instant(10s + tenth * 100ms)));
        QCOMPARE(history.size(), size_t(10)); // one a second
        QCOMPARE(history.at(Instant(12'500ms))->shoppersPerSecond, 12.0);
        QCOMPARE(history.at(Instant(1s))->shoppersPerSecond, 10.0);
        QCOMPARE(history.at(Instant(1h))->shoppersPerSecond, 19.0);
    }

    void isBoundedAndKeepsNoRequests()
    {
        SnapshotHistory history;
        for (int second = 0; second < 1000; ++second) {
            auto one = snapshot(Instant(second * 1s));
            one.fleets.resize(1);
            one.fleets[0].spans.resize(100);
            one.fleets[0].underWay = 3;
            one.events.resize(5);
            history.take(one);
        }
        QVERIFY(history.size() <= static_cast<size_t>(SnapshotHistory::length.count()) + 1);
        const auto *last = history.at(Instant(1000s));
        QVERIFY(last->fleets[0].spans.empty() && last->events.empty());
        QCOMPARE(last->fleets[0].underWay, 3);
    }

private:
    static Snapshot snapshot(Instant at)
    {
        Snapshot snapshot;
        snapshot.at = at;
        snapshot.shoppersPerSecond = std::floor(std::chrono::duration<double>(at.time_since_epoch()).count());
        return snapshot;
    }
};

QTEST_GUILESS_MAIN(TestSnapshotHistory)
#include "tst_snapshothistory.moc"
