// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/tiles.h>
#include <app/graph/viewport.h>

#include <QTest>

using namespace app::graph;

class TestViewport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsAllInTheMiddleAsLargeAsItFits()
    {
        const auto transform = viewport({400, 300}, {800, 300}).transform();
        QCOMPARE(transform.m11(), 1.0);
        QCOMPARE(transform.map(QPointF(200, 150)), QPointF(400, 150));
    }

    void aSmallPictureDoesNotBecomeAPoster()
    {
        QCOMPARE(viewport({100, 100}, {2000, 2000}).transform().m11(), Viewport::largestScale);
    }

    void aPictureTooLargeToBeReadIsMovedInstead()
    {
        auto large = viewport({4000, 1000}, {400, 300});
        QCOMPARE(large.transform().m11(), Viewport::smallestScale);
        QVERIFY(large.isMovable());
        const auto before = large.transform().map(QPointF(2000, 500));
        large.moveBy({30, 0});
        QCOMPARE(large.transform().map(QPointF(2000, 500)) - before, QPointF(30, 0));
        large.moveBy({1e9, 1e9});
        QCOMPARE(large.transform().map(QPointF(0, 0)), QPointF(0, 0)); // not beyond the edge
    }

    void aPictureThatFitsDoesNotMove()
    {
        auto fitting = viewport({400, 300}, {400, 300});
        fitting.moveBy({50, 50});
        QCOMPARE(fitting.transform().map(QPointF(0, 0)), QPointF(0, 0));
        QVERIFY(!fitting.isMovable());
    }

    void revealsABox_data()
    {
        QTest::addColumn<QRectF>("box");
        QTest::addRow("at the top left") << QRectF(10, 10, 100, 40);
        QTest::addRow("at the bottom right") << QRectF(3880, 1940, 100, 40);
        QTest::addRow("in the middle") << QRectF(1950, 980, 100, 40);
    }
    void revealsABox()
    {
        QFETCH(QRectF, box);
        auto large = viewport({4000, 2000}, {400, 300});
        large.reveal(box);
        QVERIFY(QRectF(0, 0, 400, 300).contains(large.transform().mapRect(box)));
    }

    void nothingIsHarmless()
    {
        QVERIFY(Viewport().transform().isIdentity());
        auto empty = viewport({}, {400, 300});
        empty.moveBy({5, 5});
        empty.reveal({1, 1, 1, 1});
        QVERIFY(empty.transform().isIdentity());
    }

    void tilesCoverWhatTheyAreTouchedBy()
    {
        Tiles tiles({500, 300});
        const std::vector<QRectF> boxes{
            {10, 10, 5, 5}, {20, 20, 30, 30}, {490, 290, 50, 50}, {-20, 100, 30, 5}};
        for (const auto &box : boxes)
            tiles.touch(box);
        const QRect place(0, 0, 500, 300);
        const auto region = tiles.region();
        for (const auto &box : boxes)
            QVERIFY(QRegion(box.toAlignedRect() & place).subtracted(region).isEmpty());
        QVERIFY(!region.contains(QPoint(250, 150)));
    }

    void noPlaceHasNoTiles()
    {
        Tiles none;
        none.touch({0, 0, 100, 100});
        QVERIFY(none.region().isEmpty());
    }

private:
    static Viewport viewport(QSizeF picture, QSizeF place)
    {
        Viewport viewport;
        viewport.setPicture(picture);
        viewport.setPlace(place);
        return viewport;
    }
};

QTEST_GUILESS_MAIN(TestViewport)
#include "tst_viewport.moc"
