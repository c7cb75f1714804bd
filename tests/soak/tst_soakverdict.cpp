// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "soakverdict.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tests::soak;

namespace {

constexpr qint64 megabyte = 1024 * 1024;

// So many steps, with so many megabytes at first and in the end.
SoakFigures figuresOf(int first, int last, int steps = stepsUntilFull)
{
    SoakFigures figures{steps, steps, false, {}};
    for (int step = 0; step < steps; ++step)
        figures.memory.add((first + (last - first) * step / (steps - 1)) * megabyte);
    return figures;
}

} // namespace

class TestSoakVerdict : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatStaysAsLargeIsWell();
    void whatGrowsIsNot();
    void aFewStepsDoNotTellWhatGrows();
    void aLeakForAWhileIsNoGrowth();
    void fewerStepsAreOnlyWellWhenTheTimeWasOrdered();
    void withoutStepsNothingGrows();
};

void TestSoakVerdict::whatStaysAsLargeIsWell()
{
    QCOMPARE(complaintsAbout(figuresOf(200, 210)), QStringList());
}

void TestSoakVerdict::whatGrowsIsNot()
{
    const auto figures = figuresOf(200, 300);
    QVERIFY(figures.memory.firstQuarter() < 220 * megabyte);
    QVERIFY(figures.memory.lastQuarter() > 280 * megabyte);
    QCOMPARE(complaintsAbout(figures).size(), 1);
    QVERIFY(complaintsAbout(figures).first().startsWith(u"It grows"_s));
}

void TestSoakVerdict::aFewStepsDoNotTellWhatGrows()
{
    QCOMPARE(complaintsAbout(figuresOf(200, 300, stepsUntilFull - 1)), QStringList());
}

void TestSoakVerdict::aLeakForAWhileIsNoGrowth()
{
    SoakFigures figures{stepsUntilFull, stepsUntilFull, false, {}};
    for (int step = 0; step < stepsUntilFull; ++step)
        figures.memory.add((step >= stepsUntilFull / 10 * 9 ? 900 : 200) * megabyte);
    QCOMPARE(complaintsAbout(figures), QStringList());
}

void TestSoakVerdict::fewerStepsAreOnlyWellWhenTheTimeWasOrdered()
{
    auto figures = figuresOf(200, 200, 100);
    figures.stepsOrdered = 101;
    QCOMPARE(complaintsAbout(figures), QStringList{u"100 of 101 steps were done in time"_s});
    figures.isTimeOrdered = true;
    QCOMPARE(complaintsAbout(figures), QStringList());
}

void TestSoakVerdict::withoutStepsNothingGrows()
{
    QCOMPARE(complaintsAbout(SoakFigures()), QStringList());
}

QTEST_APPLESS_MAIN(TestSoakVerdict)
#include "tst_soakverdict.moc"
