// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallscene.h"

#include <app/graph/graphpainter.h>
#include <app/graph/scenesvg.h>

#include <QPainter>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace tests::graph;
using app::style::Role;
using app::style::Theme;

namespace {

struct Mark
{
    QRectF box;
    QColor color;
};

// What is small and filled in a drawing.
std::vector<Mark> marksOf(const QByteArray &svg)
{
    std::vector<Mark> marks;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != u"rect"_s)
            continue;
        const auto attributes = reader.attributes();
        const auto number = [&](const QString &name) { return attributes.value(name).toDouble(); };
        const QRectF box(number(u"x"_s), number(u"y"_s), number(u"width"_s), number(u"height"_s));
        if (box.width() < 10 && attributes.value(u"fill"_s) != u"none"_s)
            marks.push_back({box, QColor(attributes.value(u"fill"_s).toString())});
    }
    return marks;
}

QByteArray written(const GraphScene &picture, const Vitality &vitality, const Theme &theme)
{
    QByteArray document;
    SvgPen pen(document, picture.layout().size, u"Small"_s);
    writeScene(pen, picture, vitality, theme);
    pen.end();
    return document;
}

QImage painted(const GraphScene &picture, const Vitality &vitality, const Theme &theme)
{
    QImage image(picture.layout().size.toSize(), QImage::Format_RGB32);
    image.fill(theme.color(Role::Canvas));
    QPainter painter(&image);
    GraphPainter(painter, theme, {})
        .paintScene(picture, vitality, {}, {Detail::Full, QRectF({}, picture.layout().size)});
    painter.end();
    return image;
}

} // namespace

class TestShapes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStoreIsFilledBelowTheEdgeOfItsLidToo()
    {
        const QRectF box(10, 10, 60, 60);
        const auto store = cylinder(box);
        QVERIFY(box.contains(store.boundingRect()));
        for (const double y : {13.0, 18.0, 22.0, 40.0, 66.0}) // the lid is 14 high
            QVERIFY2(store.contains(QPointF(40, y)), qPrintable(QString::number(y)));
        QVERIFY(!store.contains(QPointF(12, 11))); // round
        QVERIFY(wordsOfStore(box).top() > 20);
    }

    void ringsOfNeighboursAreTwoEach()
    {
        constexpr double gap = 6; // between the modules of a unit
        const auto ringsOf = [](double left) {
            const RoundBox module{QRectF(left, 10, 80, 30), 6};
            return threatRings(module, clearOfModule, Threat::Down, Theme::light());
        };
        const auto here = ringsOf(10);
        const auto beside = ringsOf(10 + 80 + gap);
        QCOMPARE(here.count, size_t(2));
        for (const auto &one : here.rings) {
            for (const auto &other : beside.rings) {
                const double between = other.box.left() - one.box.right();
                QVERIFY2(between - one.ink.width > 0.5, qPrintable(QString::number(between)));
            }
        }
        QVERIFY(std::abs(here.rings[0].box.left() - here.rings[1].box.left()) > 2 * here.rings[0].ink.width);
    }

    void thereIsRoomForSoManyPips_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<int>("instances");
        QTest::addColumn<int>("seen");
        QTest::newRow("none") << 120.0 << 0 << 0;
        QTest::newRow("all") << 120.0 << 3 << 3;
        QTest::newRow("as many as half of the words leaves room for") << 120.0 << 20 << 5;
        QTest::newRow("nothing is that narrow") << 12.0 << 4 << 0;
    }
    void thereIsRoomForSoManyPips()
    {
        QFETCH(double, width);
        QFETCH(int, instances);
        QFETCH(int, seen);
        const QRectF words(0, 0, width, 40);
        const auto pips = pipsOf(words, static_cast<size_t>(instances));
        QCOMPARE(pips.count, static_cast<size_t>(seen));
        QVERIFY(pips.room <= width / 2);
        if (pips.count > 0)
            QVERIFY(pips.at(pips.count - 1).right() <= words.right());
    }

    void aDrawingHasItsMarksWhereTheWindowHasThem()
    {
        auto theme = Theme::light();
        theme.setStill(true);
        const auto picture = scene();
        Vitality vitality;
        vitality.nodes[unit(u"left"_s)].pips = {Health::Good, Health::Bad, Health::Good};
        const auto document = written(picture, vitality, theme);
        const auto image = painted(picture, vitality, theme);
        const auto marks = marksOf(document);
        QCOMPARE(marks.size(), size_t(4)); // two teams, and two instances that are well
        for (const auto &mark : marks)
            QCOMPARE(image.pixelColor(mark.box.center().toPoint()).name(), mark.color.name());
        const auto places = pipsOf(wordsOfUnit(*picture.node(unit(u"left"_s))), 3);
        QCOMPARE(image.pixelColor(places.at(1).center().toPoint()).name(), theme.color(Role::Bad).name());
        QVERIFY(document.contains("fill=\"" + theme.color(Role::Bad).name().toUtf8()));
    }

    void whatHasNoRoomIsSaidInFewerWords()
    {
        const auto theme = Theme::light();
        Vitality brief;
        brief.nodes[unit(u"left"_s)] = {Health::Bad, {}, u"crashed"_s, {}};
        auto full = brief;
        full.nodes[unit(u"left"_s)].reason = u"crashed for a reason that nobody knows by now"_s;
        QVERIFY(painted(scene(), full, theme) != painted(scene(), brief, theme)); // cut off
        full.nodes[unit(u"left"_s)].brief = {u"crashed"_s};
        QCOMPARE(painted(scene(), full, theme), painted(scene(), brief, theme));
        QCOMPARE(written(scene(), full, theme), written(scene(), brief, theme));
        full.nodes[unit(u"left"_s)].reason = u"crashed 8 s"_s; // has room
        QVERIFY(written(scene(), full, theme).contains("crashed 8 s"));
    }

    void aDrawingHasItsTraysWhereTheWindowHasThem()
    {
        const auto theme = Theme::light();
        const auto picture = scene();
        const EdgeId line{unit(u"left"_s), unit(u"right"_s)};
        Vitality vitality;
        vitality.queues[line].fill = 0.5;
        const auto marks = marksOf(written(picture, vitality, theme));
        const auto image = painted(picture, vitality, theme);
        QCOMPARE(marks.size(), size_t(3)); // two teams, and what is in the tray
        for (const auto &mark : marks)
            QCOMPARE(image.pixelColor(mark.box.center().toPoint()).name(), mark.color.name());
        vitality.queues[line].fill = 0.1;
        QCOMPARE(marksOf(written(picture, vitality, theme)).size(), size_t(2)); // they only pass
        vitality.queues[line] = {0.1, u"128 · 12 s"_s, Health::Degraded};
        const auto told = written(picture, vitality, theme);
        QVERIFY(told.contains("128 · 12 s"));
        QCOMPARE(marksOf(told).size(), size_t(3));
    }
};

QTEST_MAIN(TestShapes)
#include "tst_shapes.moc"
