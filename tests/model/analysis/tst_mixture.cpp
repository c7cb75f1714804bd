// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/analysis/mixture.h>

#include <QTest>

using namespace model::analysis;

namespace {

double failedShare(const Mixture &mixture)
{
    return mixture.shareOf([](const Fate &fate) { return hasFailed(fate.ending); });
}

double wholeShare(const Mixture &mixture)
{
    return mixture.shareOf([](const Fate &) { return true; });
}

Mixture mostlyWell(double failing, double seconds)
{
    Mixture mixture({1 - failing, seconds, Ending::Full, 0});
    mixture.add({failing, 0, Ending::Away, 1});
    return mixture;
}

} // namespace

class TestMixture : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsEqualIsPutTogether();
    void inSequenceTimesAddAndFailuresStop();
    void theWorstOfSeveralDecides();
    void nobodyWaitsLongerThanItIsCut();
    void manyFatesKeepTheirSum();
    void aHangHasNoMean();
};

void TestMixture::whatIsEqualIsPutTogether()
{
    Mixture mixture({0.4, 1, Ending::Full, 0});
    mixture.add({0.6, 1.0001, Ending::Full, 0});
    QCOMPARE(mixture.fates().size(), std::size_t(1));
    QCOMPARE(mixture.fates().front().share, 1.0);
}

void TestMixture::inSequenceTimesAddAndFailuresStop()
{
    const auto both = inSequence(mostlyWell(0.1, 1), mostlyWell(0.2, 2));
    QCOMPARE(failedShare(both), 1 - 0.9 * 0.8);
    QCOMPARE(both.fates().size(), std::size_t(3));
    QCOMPARE(both.meanSeconds(), 0.9 * 1 + 0.9 * 0.8 * 2); // who fails second has waited for the first
}

void TestMixture::theWorstOfSeveralDecides()
{
    QCOMPARE(failedShare(worstOf(mostlyWell(0.1, 1), 4)), 1 - 0.9 * 0.9 * 0.9 * 0.9);
    QCOMPARE(wholeShare(worstOf(mostlyWell(0.1, 1), 4)), 1.0);
    QCOMPARE(failedShare(worstOf(mostlyWell(0.1, 1), 1)), 0.1);
}

void TestMixture::nobodyWaitsLongerThanItIsCut()
{
    Mixture mixture({0.5, 3, Ending::Full, 0});
    mixture.add({0.25, never, Ending::Silent, 1});
    mixture.add({0.25, 1, Ending::Full, 0});
    const auto cut = cutAt(mixture, 2);
    QCOMPARE(failedShare(cut), 0.75);
    QCOMPARE(cut.neverShare(), 0.0);
    QCOMPARE(cut.meanSeconds(), 0.75 * 2 + 0.25);
}

void TestMixture::manyFatesKeepTheirSum()
{
    Mixture mixture;
    for (int i = 0; i < 200; ++i)
        mixture.add({1.0 / 200, i * 0.01, i % 3 == 0 ? Ending::Away : Ending::Full, i % 3 == 0 ? i : 0});
    QVERIFY(mixture.fates().size() <= 40);
    QVERIFY(qAbs(wholeShare(mixture) - 1) < 1e-9);
    QVERIFY(qAbs(failedShare(mixture) - 67.0 / 200) < 1e-9);
}

void TestMixture::aHangHasNoMean()
{
    Mixture mixture({0.5, never, Ending::Silent, 1});
    mixture.add({0.5, 2, Ending::Full, 0});
    QCOMPARE(mixture.neverShare(), 0.5);
    QCOMPARE(mixture.meanSeconds(), 1.0);
}

QTEST_GUILESS_MAIN(TestMixture)

#include "tst_mixture.moc"
