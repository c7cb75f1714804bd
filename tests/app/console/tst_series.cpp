// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/console/series.h>

#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using app::console::Series;
using app::console::SeriesFigures;

class TestSeries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quantilesAreThoseOfTheNearestRank()
    {
        SeriesFigures figures;
        QCOMPARE(figures.quantile(0.5), 0ns);
        for (int each = 1; each <= 20; ++each)
            figures.durations.push_back(each * 1ms);
        QCOMPARE(figures.quantile(0.5), 10ms);
        QCOMPARE(figures.quantile(0.95), 19ms);
        QCOMPARE(figures.quantile(1), 20ms);
    }

    void answersThatComeAtOnceDoNotPileUp()
    {
        Series series({5000, 1, 0});
        QSignalSpy over(&series, &Series::over);
        connect(&series, &Series::due, &series, [&] { series.takeFailure(); });
        series.start();
        QCOMPARE(series.figures().unanswered, 5000);
        QCOMPARE(over.size(), 1);
    }

    void keepsThePace()
    {
        Series series({6, 6, 50}); // 20 ms apart
        QElapsedTimer clock;
        clock.start();
        connect(&series, &Series::due, &series, [&] { series.take(200, 1ms); });
        QSignalSpy over(&series, &Series::over);
        series.start();
        QCOMPARE(series.figures().sent, 1);
        QTRY_COMPARE(over.size(), 1);
        QVERIFY2(clock.elapsed() >= 100, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(series.figures().statuses.value(200), 6);
    }

    void whatComesAfterCancellingIsNotCounted()
    {
        Series series({10, 2, 0});
        series.start();
        series.take(200, 5ms);
        series.cancel();
        series.take(200, 5ms);
        QVERIFY(series.isOver());
        QCOMPARE(series.figures().ended(), 1);
        QCOMPARE(series.figures().sent, 3);
    }
};

QTEST_GUILESS_MAIN(TestSeries)
#include "tst_series.moc"
