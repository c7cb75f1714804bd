// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/telemetry/histogram.h>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace model::telemetry;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {

bool isWithin(double share, nanoseconds measured, nanoseconds exact)
{
    return std::abs(static_cast<double>((measured - exact).count()))
        <= share * static_cast<double>(exact.count());
}

// The nearest rank of the values themselves.
nanoseconds exactQuantile(std::vector<nanoseconds> values, double share)
{
    std::ranges::sort(values);
    const auto rank = std::max(1.0, std::ceil(share * static_cast<double>(values.size())));
    return values[static_cast<std::size_t>(rank) - 1];
}

std::vector<nanoseconds> skewedDurations(std::size_t count, unsigned seed)
{
    std::mt19937 random(seed);
    std::lognormal_distribution<double> distribution(15.0, 1.8); // median 3.3 ms, a long tail
    std::vector<nanoseconds> values(count);
    std::ranges::generate(
        values, [&] { return nanoseconds(std::llround(std::clamp(distribution(random), 1'000.0, 3.6e12))); });
    return values;
}

Histogram histogramOf(const std::vector<nanoseconds> &values)
{
    Histogram histogram;
    for (const auto value : values)
        histogram.record(value);
    return histogram;
}

} // namespace

class TestHistogram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersNothingWhenEmpty()
    {
        const Histogram histogram;
        QVERIFY(histogram.isEmpty());
        QCOMPARE(histogram.count(), 0U);
        QCOMPARE(histogram.mean(), 0ns);
        QCOMPARE(histogram.quantile(0.99), 0ns);
    }

    void keepsEachDurationWithinOnePercent()
    {
        // Each power of the ratio 1.003 from a microsecond to an hour, so that each bucket is met.
        for (double value = 1e3; value <= 3.6e12; value *= 1.003) {
            const nanoseconds duration(std::llround(value));
            Histogram histogram;
            histogram.record(duration);
            if (!isWithin(0.00782, histogram.quantile(0.5), duration))
                QFAIL(qPrintable(QStringLiteral("%1 ns came back as %2 ns")
                                     .arg(duration.count())
                                     .arg(histogram.quantile(0.5).count())));
        }
    }

    void neverAnswersADurationOutOfOrder()
    {
        nanoseconds before = -1ns;
        for (double value = 1; value <= 3.6e12; value *= 1.01) {
            Histogram histogram;
            histogram.record(nanoseconds(std::llround(value)));
            QVERIFY(histogram.maximum() >= before);
            before = histogram.maximum();
        }
    }

    void keepsItsLimits_data()
    {
        QTest::addColumn<qint64>("recorded");
        QTest::addColumn<qint64>("least");
        QTest::addColumn<qint64>("most");
        const qint64 hour = nanoseconds(Histogram::longest).count();
        const qint64 almost = hour / 100 * 99;
        QTest::newRow("nothing") << qint64(0) << qint64(0) << qint64(8);
        QTest::newRow("a clock that ran backwards") << qint64(-5'000) << qint64(0) << qint64(8);
        QTest::newRow("an hour") << hour << almost << hour;
        QTest::newRow("a day") << 24 * hour << almost << hour;
        QTest::newRow("all there is") << std::numeric_limits<qint64>::max() << almost << hour;
    }
    void keepsItsLimits()
    {
        QFETCH(qint64, recorded);
        QFETCH(qint64, least);
        QFETCH(qint64, most);
        Histogram histogram;
        histogram.record(nanoseconds(recorded));
        QCOMPARE(histogram.count(), 1U);
        QVERIFY(histogram.maximum().count() >= least);
        QVERIFY(histogram.maximum().count() <= most);
        QVERIFY(histogram.mean().count() <= most);
    }

    void agreesWithSortedValues_data()
    {
        QTest::addColumn<double>("share");
        for (const double share : {0.0, 0.001, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1.0})
            QTest::addRow("quantile %g", share) << share;
    }
    void agreesWithSortedValues()
    {
        QFETCH(double, share);
        const auto values = skewedDurations(20'000, 7);
        const Histogram histogram = histogramOf(values);
        QVERIFY(isWithin(0.01, histogram.quantile(share), exactQuantile(values, share)));
    }

    void quantilesUseTheNearestRank()
    {
        const Histogram histogram = histogramOf({1ms, 2ms, 3ms, 4ms});
        QVERIFY(isWithin(0.01, histogram.quantile(0.25), 1ms));
        QVERIFY(isWithin(0.01, histogram.quantile(0.2501), 2ms));
        QVERIFY(isWithin(0.01, histogram.quantile(0.5), 2ms));
        QVERIFY(isWithin(0.01, histogram.quantile(-1), 1ms));
        QVERIFY(isWithin(0.01, histogram.quantile(2), 4ms));
    }

    void theMeanIsExact() { QCOMPARE(histogramOf({1ms, 2ms, 6ms}).mean(), nanoseconds(3ms)); }

    void recordsMany()
    {
        Histogram histogram;
        histogram.record(5ms, 3'000'000'000'000ULL / 5); // more than 32 bits can count
        histogram.record(1s, 0);
        QCOMPARE(histogram.count(), 600'000'000'000ULL);
        QCOMPARE(histogram.mean(), nanoseconds(5ms));
        QVERIFY(isWithin(0.01, histogram.maximum(), 5ms));
    }

    void mergingIsTheSameAsRecordingAll()
    {
        const auto first = skewedDurations(3'000, 1);
        const auto second = skewedDurations(2'000, 2);
        auto all = first;
        all.insert(all.end(), second.begin(), second.end());
        Histogram merged = histogramOf(first);
        merged.merge(histogramOf(second));
        QCOMPARE(merged, histogramOf(all));
        merged.merge(Histogram());
        QCOMPARE(merged, histogramOf(all));
        Histogram fromNothing;
        fromNothing.merge(merged);
        QCOMPARE(fromNothing, merged);
    }

    void subtractingLeavesWhatCameSince()
    {
        const auto first = skewedDurations(3'000, 1);
        const auto second = skewedDurations(2'000, 2);
        const Histogram earlier = histogramOf(first);
        Histogram now = earlier;
        now.merge(histogramOf(second));
        now.subtract(earlier);
        QCOMPARE(now, histogramOf(second));
        now.subtract(histogramOf(second));
        QVERIFY(now.isEmpty());
        QCOMPARE(now, Histogram());
        QCOMPARE(now.quantile(0.5), 0ns);
    }

    // What lies between the shortest and the longest is kept, however it grew.
    void areEqualWhicheverCameFirst()
    {
        Histogram up;
        Histogram down;
        for (const auto duration : {1us, 40us, 3'000'000us})
            up.record(duration);
        for (const auto duration : {3'000'000us, 40us, 1us})
            down.record(duration);
        QVERIFY(up == down);
        Histogram middle;
        middle.record(40us);
        QVERIFY(!(up == middle));
        Histogram merged = middle;
        merged.merge(up);
        QCOMPARE(merged.count(), 4U);
        merged.subtract(up);
        QVERIFY(merged == middle); // though it has room for the others
        QVERIFY(middle == merged);
        QCOMPARE(merged.quantile(1), middle.quantile(1));
    }
};

QTEST_GUILESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
