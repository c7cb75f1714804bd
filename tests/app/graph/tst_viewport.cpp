// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/tiles.h>
#include <app/graph/viewport.h>

#include <QTest>

#include <cmath>

using namespace app::graph;

class TestViewport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsAllInTheMiddleAsLargeAsItFits()
    {
        const auto transform = viewport({400, 300}, {800, 316}).transform();
        QCOMPARE(transform.m11(), 1.0);
        QCOMPARE(transform.map(QPointF(200, 150)), QPointF(400, 158));
    }

    void aSmallPictureDoesNotBecomeAPoster()
    {
        QCOMPARE(viewport({100, 100}, {2000, 2000}).transform().m11(), Viewport::largestScale);
    }

    void allOfItIsSeenHoweverSmallThePlaceIs_data()
    {
        QTest::addColumn<QSizeF>("place");
        QTest::addRow("somewhat too small to be read") << QSizeF(500, 400);
        QTest::addRow("much too small") << QSizeF(200, 160);
        QTest::addRow("narrow") << QSizeF(160, 900);
        QTest::addRow("flat") << QSizeF(1500, 120);
        QTest::addRow("large") << QSizeF(1500, 900);
    }
    void allOfItIsSeenHoweverSmallThePlaceIs()
    {
        QFETCH(QSizeF, place);
        auto picture = viewport({1000, 500}, {1500, 900});
        picture.setPlace(place);
        const auto seen = picture.transform().mapRect(QRectF(0, 0, 1000, 500));
        const double margin = Viewport::margin - 0.5; // it stands on whole pixels
        QVERIFY(QRectF({0, 0}, place).adjusted(margin, margin, -margin, -margin).contains(seen));
        QVERIFY(std::abs(seen.center().x() - place.width() / 2) <= 0.5);
        QVERIFY(std::abs(seen.center().y() - place.height() / 2) <= 0.5);
        QVERIFY(picture.isAtHome() && !picture.isMovable());
    }

    void whoHasComeNearerKeepsHisCentreWhateverThePlaceBecomes()
    {
        auto picture = viewport({1000, 500}, {800, 600});
        picture.zoomBy(2.5, {400, 300});
        picture.moveBy({120, -90});
        const auto scale = picture.scale();
        const auto centre = picture.seen().center();
        for (const QSizeF place : {QSizeF(300, 200), QSizeF(420, 640), QSizeF(1000, 500)}) {
            picture.setPlace(place);
            QCOMPARE(picture.scale(), scale);
            const QPointF off = picture.seen().center() - centre;
            QVERIFY(off.manhattanLength() <= 2 / scale); // whole pixels
        }
        picture.setPlace({3000, 2000}); // which has room for all of it
        picture.setPlace({800, 600});
        QVERIFY((picture.seen().center() - centre).manhattanLength() <= 2 / scale);
    }

    void aPictureComeNearerIsMovedButNotBeyondItsEdges()
    {
        auto large = viewport({1000, 500}, {400, 300});
        large.zoomBy(2, {200, 150});
        QVERIFY(large.isMovable());
        const auto before = large.transform().map(QPointF(500, 250));
        large.moveBy({30, 0});
        QCOMPARE(large.transform().map(QPointF(500, 250)) - before, QPointF(30, 0));
        large.moveBy({1e9, 1e9});
        QCOMPARE(large.transform().map(QPointF(0, 0)), QPointF(0, 0));
    }

    void aPictureThatFitsDoesNotMove()
    {
        auto fitting = viewport({400, 300}, {416, 316});
        fitting.moveBy({50, 50});
        QCOMPARE(fitting.transform().map(QPointF(0, 0)), QPointF(8, 8));
        QVERIFY(!fitting.isMovable());
    }

    void whatIsFarTooLargeIsSeenAsAMap()
    {
        auto huge = viewport({4000, 2000}, {400, 300});
        QVERIFY(!huge.isMovable());
        QCOMPARE(huge.detail(), Detail::Blocks);
        huge.zoomBy(4, {200, 150});
        QVERIFY(huge.isMovable());
        QCOMPARE(huge.detail(), Detail::Names);
        huge.zoomBy(3, {200, 150});
        QCOMPARE(huge.detail(), Detail::Full);
        huge.goHome();
        QCOMPARE(huge.detail(), Detail::Blocks);
    }

    void comingNearerLeavesThePointUnderTheMouseWhereItIs()
    {
        auto picture = viewport({400, 300}, {416, 316});
        const QPointF mouse(310, 80);
        const auto under = picture.transform().inverted().map(mouse);
        picture.zoomBy(2, mouse);
        QCOMPARE(picture.scale(), 2.0);
        const auto now = picture.transform().map(under);
        QVERIFY(std::abs(now.x() - mouse.x()) <= 1 && std::abs(now.y() - mouse.y()) <= 1);
        picture.zoomBy(100, mouse);
        QCOMPARE(picture.scale(), Viewport::closestScale);
        picture.zoomBy(0.0001, mouse);
        QVERIFY(picture.scale() > 0.1);
        QVERIFY(QRectF(-1, -1, 418, 318).contains(picture.transform().mapRect(QRectF(0, 0, 400, 300))));
    }

    void showsABoxAsLargeAsItFits()
    {
        auto huge = viewport({4000, 2000}, {400, 300});
        const QRectF box(1000, 500, 200, 100);
        huge.showBox(box);
        const auto seen = huge.transform().mapRect(box);
        QVERIFY(QRectF(0, 0, 400, 300).contains(seen));
        QVERIFY(seen.width() > 280);
        QVERIFY(huge.seen().contains(box));
    }

    void aPictureThatHasGrownStaysWhereItIsSeen()
    {
        auto picture = viewport({1000, 800}, {400, 300});
        picture.zoomBy(1.5, {200, 150});
        const auto before = picture.transform().map(QPointF(500, 400));
        picture.growPicture({1200, 800}, {100, 0}); // something was put beyond the left edge
        const auto after = picture.transform().map(QPointF(600, 400));
        QVERIFY(std::abs(after.x() - before.x()) <= 1 && std::abs(after.y() - before.y()) <= 1);
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
        large.zoomBy(8, {200, 150});
        large.reveal(box);
        QVERIFY(QRectF(0, 0, 400, 300).contains(large.transform().mapRect(box)));
    }

    void whatIsSeenIsNotMovedToBeRevealed()
    {
        auto large = viewport({4000, 2000}, {400, 300});
        large.zoomBy(8, {200, 150});
        const auto before = large.transform();
        const auto seen = large.seen();
        large.reveal({seen.left() + 1, seen.center().y(), 100, 40}); // at the very edge
        QCOMPARE(large.transform(), before);
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
