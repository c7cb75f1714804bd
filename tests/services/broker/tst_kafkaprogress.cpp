// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/broker/kafka/progress.h>
#include <services/broker/kafka/topicnames.h>

#include <QTest>

#include <random>
#include <set>

using namespace Qt::StringLiterals;
using services::broker::kafka::Progress;
using services::broker::kafka::TopicNames;

class TestKafkaProgress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void committedIsWhatHasNothingOpenBeforeIt()
    {
        Progress progress(10, {});
        for (int offset = 10; offset < 15; ++offset)
            QVERIFY(progress.begin(offset));
        QCOMPARE(progress.committable(), 10);
        QVERIFY(!progress.hasChanged());
        progress.settle(12);
        QVERIFY(progress.takeChange());
        QVERIFY(!progress.takeChange());
        QCOMPARE(progress.committable(), 10);
        QCOMPARE(progress.note(), "+2");
        progress.settle(10);
        QCOMPARE(progress.committable(), 11);
        QCOMPARE(progress.note(), "+1");
        progress.settle(11);
        QCOMPARE(progress.committable(), 13);
        QCOMPARE(progress.note(), "");
    }

    void whatIsDoneOrKnownDoesNotBeginAgain()
    {
        Progress progress(10, "+1+3");
        QCOMPARE(progress.done(), 2);
        QVERIFY(!progress.begin(9));
        QVERIFY(progress.begin(10));
        QVERIFY(!progress.begin(10));
        QVERIFY(!progress.begin(11));
        QVERIFY(progress.begin(12));
        QVERIFY(!progress.begin(13));
        progress.settle(10);
        progress.settle(12);
        QCOMPARE(progress.committable(), 14);
    }

    void aStrangeNoteIsPassedOver()
    {
        Progress progress(10, "hello+x+-3+0+2");
        QCOMPARE(progress.done(), 1);
        QVERIFY(progress.begin(10));
        QVERIFY(!progress.begin(12));
    }

    // Whatever the order, nothing that is open is ever passed, and after a restart exactly that comes again.
    void aRestartBringsExactlyWhatIsOpen()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            Progress progress(0, {});
            std::set<std::int64_t> open;
            std::int64_t next = 0;
            for (int step = 0; step < 300; ++step) {
                if (open.empty() || random() % 2 == 0) {
                    QVERIFY(progress.begin(next));
                    open.insert(next++);
                } else {
                    auto settled = open.begin();
                    std::advance(settled, random() % open.size());
                    progress.settle(*settled);
                    open.erase(settled);
                }
            }
            Progress restarted(progress.committable(), progress.note());
            std::set<std::int64_t> again;
            for (auto offset = progress.committable(); offset < next; ++offset) {
                if (restarted.begin(offset))
                    again.insert(offset);
            }
            QCOMPARE(again, open);
        }
    }

    void aNoteHasALimit()
    {
        Progress progress(0, {});
        for (int offset = 0; offset < 10'000; ++offset)
            progress.begin(offset);
        for (int offset = 1; offset < 10'000; offset += 2)
            progress.settle(offset);
        QVERIFY(progress.note().size() <= 3'500);
        QVERIFY(progress.note().startsWith("+1+3+5"));
    }

    void namesHaveOnlyWhatKafkaTakes()
    {
        const TopicNames names(u"faultline/a1/by team"_s);
        QCOMPARE(names.topic({u"order.placed"_s}), "faultline_2fa1_2fby_20team.topic.order.placed");
        QVERIFY(names.topic({u"ü"_s}) != names.topic({u"_c3_bc"_s}));
        const auto first = names.group({QString(300, u'g') + u'a'});
        const auto second = names.group({QString(300, u'g') + u'b'});
        QVERIFY(first != second);
        QVERIFY(first.size() <= 249 && second.size() <= 249);
    }
};

QTEST_GUILESS_MAIN(TestKafkaProgress)
#include "tst_kafkaprogress.moc"
