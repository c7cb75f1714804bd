// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/load/arrivals.h>
#include <services/load/journeymix.h>

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace services::load;
using namespace std::chrono_literals;

namespace {

const Instant begin{1h};

std::vector<Instant> arrivals(Arrivals &source, std::size_t count)
{
    std::vector<Instant> moments;
    for (; count > 0; --count, source.advance())
        moments.push_back(source.next());
    return moments;
}

double seconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double>(time).count();
}

} // namespace

// When shoppers come and what they want, drawn from seeds.
class TestArrivals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comeAtTheirRate();
    void haveExponentialGaps();
    void areTheSameForTheSameSeed();
    void nobodyComesAtRateZero();
    void aNewRateKeepsTheShareOfTheGapUnderWay();
    void journeysAreDrawnByTheirWeights();
    void journeysWithoutWeightAreNeverDrawn();
};

void TestArrivals::comeAtTheirRate()
{
    Arrivals source(7, begin);
    source.setRate(50, begin);
    const auto moments = arrivals(source, 20'000);
    QVERIFY(std::ranges::is_sorted(moments));
    // The mean of 20,000 exponential gaps is within 3 % of the true one, but for 1 seed in 20,000.
    const double rate = 20'000 / seconds(moments.back() - begin);
    QVERIFY2(std::abs(rate - 50) < 1.5, qPrintable(QString::number(rate)));
}

void TestArrivals::haveExponentialGaps()
{
    Arrivals source(8, begin);
    source.setRate(10, begin);
    const auto moments = arrivals(source, 20'000);
    int longerThanMean = 0;
    double squares = 0;
    for (std::size_t index = 1; index < moments.size(); ++index) {
        const double gap = seconds(moments[index] - moments[index - 1]) * 10;
        longerThanMean += gap > 1 ? 1 : 0;
        squares += gap * gap;
    }
    // P(gap > mean) = 1/e and E(gap^2) = 2 tell an exponential distribution from a steady or uniform one.
    QVERIFY(std::abs(longerThanMean / 20'000.0 - std::exp(-1.0)) < 0.02);
    QVERIFY(std::abs(squares / 20'000.0 - 2.0) < 0.2);
}

void TestArrivals::areTheSameForTheSameSeed()
{
    Arrivals one(3, begin);
    Arrivals same(3, begin);
    Arrivals other(4, begin);
    for (auto *source : {&one, &same, &other})
        source->setRate(5, begin);
    const auto moments = arrivals(one, 50);
    QVERIFY(moments == arrivals(same, 50));
    QVERIFY(moments != arrivals(other, 50));
}

void TestArrivals::nobodyComesAtRateZero()
{
    Arrivals source(1, begin);
    QCOMPARE(source.next(), Instant::max());
    source.setRate(5, begin);
    QVERIFY(source.next() < Instant::max());
    source.setRate(0, begin + 1ms);
    QCOMPARE(source.next(), Instant::max());
    source.advance();
    QCOMPARE(source.next(), Instant::max());
}

void TestArrivals::aNewRateKeepsTheShareOfTheGapUnderWay()
{
    Arrivals source(5, begin);
    source.setRate(1, begin);
    const auto gap = source.next() - begin;
    // Half of the gap has passed when twice as many come: the other half takes half as long.
    source.setRate(2, begin + gap / 2);
    const auto expected = begin + gap / 2 + gap / 4;
    QVERIFY(std::chrono::abs(source.next() - expected) < 1us);
}

void TestArrivals::journeysAreDrawnByTheirWeights()
{
    std::vector<model::system::Journey> journeys(3);
    journeys[0].weight = 6;
    journeys[1].weight = 3;
    journeys[2].weight = 1;
    JourneyMix mix(journeys, 11);
    std::array<int, 3> drawn{};
    for (int draw = 0; draw < 20'000; ++draw)
        ++drawn.at(mix.draw());
    QVERIFY(std::abs(drawn[0] - 12'000) < 400);
    QVERIFY(std::abs(drawn[1] - 6'000) < 400);
    QVERIFY(std::abs(drawn[2] - 2'000) < 300);
}

void TestArrivals::journeysWithoutWeightAreNeverDrawn()
{
    std::vector<model::system::Journey> journeys(2);
    journeys[0].weight = 0;
    journeys[1].weight = 0;
    QVERIFY(JourneyMix(journeys, 1).isEmpty());
    QVERIFY(JourneyMix({}, 1).isEmpty());
    journeys[1].weight = 0.001;
    JourneyMix mix(journeys, 1);
    for (int draw = 0; draw < 100; ++draw)
        QCOMPARE(mix.draw(), 1u);
}

QTEST_GUILESS_MAIN(TestArrivals)
#include "tst_arrivals.moc"
