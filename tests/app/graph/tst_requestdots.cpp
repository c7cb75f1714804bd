// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/requestdots.h>

#include <QTest>

using namespace app::graph;
using Moment = RequestDots::Moment;

class TestRequestDots : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QPainterPath straight({0, 0});
        straight.lineTo(100, 0);
        m_dots = {};
        m_dots.setPaths({straight});
    }

    void aDotTravelsFromTheStartToTheEnd()
    {
        m_dots.depart({0, 1, 0, 0}, Moment(0), Moment(0));
        QCOMPARE(m_dots.at(Moment(0)).front().position, QPointF(0, 0));
        const auto half = m_dots.at(m_dots.journey(0) / 2);
        QVERIFY(std::abs(half.front().position.x() - 50) < 1);
        QVERIFY(m_dots.at(m_dots.journey(0)).empty());
        QCOMPARE(m_dots.count(), size_t(0));
    }

    void aLongerWayTakesLongerWithinReason()
    {
        const auto journeyOf = [](double length) {
            QPainterPath path({0, 0});
            path.lineTo(length, 0);
            RequestDots dots;
            dots.setPaths({path});
            return dots.journey(0);
        };
        QVERIFY(journeyOf(200) > journeyOf(100));
        QCOMPARE(journeyOf(1), journeyOf(2));
        QCOMPARE(journeyOf(10'000), journeyOf(20'000));
    }

    void failuresAreAlwaysShown()
    {
        m_dots.depart({0, 1000, 0, 1}, Moment(0), Moment(0));
        const auto placed = m_dots.at(Moment(0));
        QCOMPARE(std::ranges::count(placed, RequestDots::Kind::Failed, &RequestDots::Placed::kind), 1);
        QCOMPARE(placed.size(), size_t(RequestDots::limitPerPeriod + 1));
    }

    void departuresAreSpreadOverThePeriod()
    {
        m_dots.depart({0, 2, 0, 0}, Moment(10), Moment(0.1));
        QVERIFY(m_dots.at(Moment(10)).empty());
        QCOMPARE(m_dots.at(Moment(10.05)).size(), size_t(1));
        QCOMPARE(m_dots.at(Moment(10.1)).size(), size_t(2));
    }

    void trafficOnAnUnknownEdgeIsIgnored()
    {
        m_dots.depart({7, 5, 0, 0}, Moment(0), Moment(1));
        QCOMPARE(m_dots.count(), size_t(0));
    }

    void whoIsOnTheWayGoesOnWhenTheWayMoves()
    {
        m_dots.depart({0, 1, 0, 0}, Moment(0), Moment(0));
        QPainterPath below({0, 50});
        below.lineTo(100, 50);
        m_dots.changePaths({below});
        QCOMPARE(m_dots.count(), size_t(1));
        QCOMPARE(m_dots.at(Moment(0)).front().position, QPointF(0, 50));
        m_dots.changePaths({});
        QCOMPARE(m_dots.count(), size_t(0)); // its edge has gone
    }

    void thereIsALimit()
    {
        for (int round = 0; round < 5000; ++round)
            m_dots.depart({0, 5, 0, 5}, Moment(0), Moment(1));
        QCOMPARE(m_dots.count(), RequestDots::limit);
    }

private:
    RequestDots m_dots;
};

QTEST_GUILESS_MAIN(TestRequestDots)
#include "tst_requestdots.moc"
