// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/load/tracechoice.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::telemetry::Instant;
using services::load::TraceChoice;

class TestTraceChoice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesOneOfEachJourneyNowAndThen()
    {
        TraceChoice choice(2);
        int frequent = 0;
        int rare = 0;
        for (int step = 0; step < 1000; ++step) { // 10 s
            frequent += choice.takes({u"browse"_s}, Instant(step * 10ms)) ? 1 : 0;
            if (step % 50 == 0)
                rare += choice.takes({u"check-out"_s}, Instant(step * 10ms)) ? 1 : 0;
        }
        QCOMPARE(frequent, 20);
        QCOMPARE(rare, 20);
    }

    void takesNoneWhenNoneIsWanted()
    {
        TraceChoice choice(0);
        QVERIFY(!choice.takes({u"browse"_s}, Instant(1s)));
    }
};

QTEST_GUILESS_MAIN(TestTraceChoice)
#include "tst_tracechoice.moc"
