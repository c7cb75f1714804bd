// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "soakverdict.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tests::soak;

namespace {

constexpr qint64 megabyte = 1024 * 1024;

// A hundred steps, with so many megabytes at first and in the end.
SoakFigures figuresOf(int first, int last)
{
    SoakFigures figures{100, 100, false, {}};
    for (int step = 0; step < 100; ++step)
        figures.memory.add((first + (last - first) * step / 99) * megabyte);
    return figures;
}

} // namespace

class TestSoakVerdict : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatStaysAsLargeIsWell();
    void whatGrowsIsNot();
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

void TestSoakVerdict::aLeakForAWhileIsNoGrowth()
{
    SoakFigures figures{100, 100, false, {}};
    for (int step = 0; step < 100; ++step)
        figures.memory.add((step >= 90 ? 900 : 200) * megabyte);
    QCOMPARE(complaintsAbout(figures), QStringList());
}

void TestSoakVerdict::fewerStepsAreOnlyWellWhenTheTimeWasOrdered()
{
    auto figures = figuresOf(200, 200);
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
