// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sometraces.h"

#include <app/traces/durationhistogram.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::traces;
using namespace std::chrono_literals;
using Range = std::optional<TraceFilter::Range>;

class TestDurationHistogram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stepsGrowWithTheDuration()
    {
        const DurationBuckets buckets(traces({1, 1, 5, 90}), {});
        QCOMPARE(buckets.total(), 4);
        QCOMPARE(buckets.buckets().size(), size_t(2 * DurationBuckets::perTenfold)); // 1 ms to 100 ms
        QCOMPARE(buckets.buckets()[0].well, 2);
        QCOMPARE(buckets.highest(), 2);
        QCOMPARE(buckets.lowerBound(0), 1ms);
        QCOMPARE(buckets.lowerBound(DurationBuckets::perTenfold), 10ms);
        for (const auto duration : {1ns, 1000000ns, 5'000'000ns, 90'000'000ns, 10'000'000'000ns}) {
            const int bucket = buckets.bucketOf(duration);
            QVERIFY(bucket >= 0 && bucket < static_cast<int>(buckets.buckets().size()));
        }
        const auto all = buckets.range(0, static_cast<int>(buckets.buckets().size()) - 1);
        QVERIFY(all.from == 0ns && all.to == std::chrono::nanoseconds::max());
        QCOMPARE(DurationBuckets({}, {}).total(), 0);
    }

    void showsAllDurationsWhateverRangeIsChosen()
    {
        TraceFilter filter;
        filter.duration = {2ms, 3ms};
        QCOMPARE(DurationBuckets(traces({1, 50}), filter).total(), 2);
    }

    void aRangeIsDragged()
    {
        DurationHistogram histogram;
        histogram.resize(320, 120);
        histogram.setTheme(app::style::Theme::dark());
        histogram.QWidget::show();
        const auto shown = traces({1, 2, 5, 20, 90});
        histogram.show(shown, {});
        QSignalSpy chosen(&histogram, &DurationHistogram::rangeChosen);
        QTest::mousePress(&histogram, Qt::LeftButton, {}, {170, 60});
        QTest::mouseMove(&histogram, {318, 60});
        histogram.show(traces({1}), {}); // does not disturb who drags
        QTest::mouseRelease(&histogram, Qt::LeftButton, {}, {318, 60});
        QCOMPARE(chosen.size(), 1);
        const auto range = chosen.front().front().value<Range>();
        QVERIFY(range.has_value());
        QVERIFY(range->from > 9ms && range->from < 20ms); // the middle of two tenfolds is 10 ms
        TraceFilter filter;
        filter.duration = range;
        QCOMPARE(std::ranges::count_if(shown, [&](const auto &trace) { return filter.lets(*trace); }), 2);
        QVERIFY(histogram.accessibleDescription().contains(u"2 of 5"_s));
    }

    void aRangeIsChosenByKeys()
    {
        DurationHistogram histogram;
        histogram.resize(320, 120);
        histogram.QWidget::show();
        histogram.show(traces({1, 2, 5, 20, 90}), {});
        QSignalSpy chosen(&histogram, &DurationHistogram::rangeChosen);
        QTest::keyClick(&histogram, Qt::Key_Left); // the slowest
        QTest::keyClick(&histogram, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(chosen.size(), 2);
        const auto slowest = chosen[0].front().value<Range>();
        const auto wider = chosen[1].front().value<Range>();
        QVERIFY(slowest.has_value() && wider.has_value());
        QVERIFY(wider->from < slowest->from && wider->to == slowest->to);
        QTest::keyClick(&histogram, Qt::Key_Escape);
        QVERIFY(!chosen.back().front().value<Range>().has_value());
    }

private:
    static Glances traces(const std::vector<int> &durations)
    {
        Glances all;
        std::uint8_t trace = 0;
        for (const int duration : durations)
            all.push_back(
                tests::traces::glance(u"monolith"_s, u"journey browse 0-%1"_s.arg(duration), ++trace));
        return all;
    }
};

QTEST_MAIN(TestDurationHistogram)
#include "tst_durationhistogram.moc"
