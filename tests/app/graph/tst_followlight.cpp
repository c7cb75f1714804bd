// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallscene.h"

#include <app/graph/followlight.h>
#include <app/graph/followpainter.h>
#include <app/graph/followsvg.h>

#include <QPainter>
#include <QTest>
#include <QXmlStreamReader>

using namespace tests::graph;
using app::style::Role;
using app::style::Theme;

namespace {

model::packaging::Packaging threeUnits()
{
    model::packaging::Packaging packaging;
    packaging.id = {u"three"_s};
    packaging.title = u"Three"_s;
    packaging.units = {{{u"left"_s}, u"Left"_s, {{u"left"_s}}},
                       {{u"right"_s}, u"Right"_s, {{u"right"_s}}},
                       {{u"below"_s}, u"Below"_s, {{u"one"_s}, {u"two"_s}}}};
    return packaging;
}

FollowedStep step(const QString &from, const QString &to, bool isTrouble = false)
{
    return {model::system::CapabilityId{from}, model::system::CapabilityId{to}, isTrouble,
            u"Left asks Right"_s};
}

bool hasColour(const QImage &image, QRgb colour)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == colour)
                return true;
        }
    }
    return false;
}

} // namespace

class TestFollowLight : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallGoesAlongItsLine()
    {
        const FollowRoute route(scene(), threeUnits(), step(u"left"_s, u"right"_s));
        QCOMPARE(route.way().pointAtPercent(0), QPointF(140, 50));
        QCOMPARE(route.way().pointAtPercent(1), QPointF(260, 50));
        QCOMPARE(route.ends().back(), QRectF(260, 20, 120, 60));
    }

    void anAnswerGoesBackAlongIt()
    {
        const FollowRoute route(scene(), threeUnits(), step(u"right"_s, u"left"_s));
        QCOMPARE(route.way().pointAtPercent(0), QPointF(260, 50));
    }

    void withinAUnitFromModuleToModule()
    {
        const FollowRoute route(scene(), threeUnits(), step(u"one"_s, u"two"_s));
        QCOMPARE(route.ends().front(), QRectF(110, 200, 80, 30));
        QCOMPARE(route.way().pointAtPercent(1), QRectF(200, 200, 80, 30).center());
    }

    void withoutALineStraight()
    {
        const FollowRoute route(scene(), threeUnits(), step(u"left"_s, u"one"_s));
        QCOMPARE(route.way().pointAtPercent(0), QRectF(20, 20, 120, 60).center());
    }

    void aMessageGoesThroughItsTopic()
    {
        auto layout = scene().layout();
        const NodeId topic{NodeKind::Topic, u"news"_s};
        layout.nodes.push_back({topic, QRectF(200, 100, 40, 20), {}});
        layout.edges = {{unit(u"left"_s),
                         topic,
                         model::layout::EdgeKind::Event,
                         {{80, 80}, {80, 110}, {80, 110}, {200, 110}}},
                        {topic,
                         unit(u"right"_s),
                         model::layout::EdgeKind::Event,
                         {{240, 110}, {300, 110}, {300, 110}, {320, 80}}}};
        const FollowRoute route(GraphScene(layout, {}), threeUnits(), step(u"left"_s, u"right"_s));
        QCOMPARE(route.way().pointAtPercent(0), QPointF(80, 80));
        QCOMPARE(route.way().pointAtPercent(1), QPointF(320, 80));
    }

    void whoIsNotInThePictureIsNotShown()
    {
        QVERIFY(FollowRoute(scene(), threeUnits(), step(u"nobody"_s, u"left"_s)).isEmpty());
        FollowedStep ofCustomer = step(u"left"_s, u"right"_s);
        ofCustomer.from.reset(); // the small scene has no shoppers
        QVERIFY(FollowRoute(scene(), threeUnits(), ofCustomer).isEmpty());
    }

    void lightsTheStepAndDimsTheRest()
    {
        GraphView view;
        view.resize(600, 460);
        view.setScene(scene());
        FollowLight light(view, threeUnits());
        light.setTheme(Theme::dark());
        view.setTheme(Theme::dark());
        view.show();
        QVERIFY(!light.isVisible());
        const auto before = view.grab().toImage();
        light.show(step(u"left"_s, u"right"_s));
        QVERIFY(light.isVisible());
        QCOMPARE(light.geometry(), view.rect());
        QCOMPARE(light.accessibleDescription(), u"Left asks Right"_s);
        const auto lit = view.grab().toImage();
        QVERIFY(lit != before);
        const auto bad = Theme::dark().color(Role::Bad).rgb();
        QVERIFY(!hasColour(lit, bad));
        QTRY_COMPARE(light.progress(), 1.0);
        light.show(step(u"left"_s, u"right"_s, true));
        QVERIFY(hasColour(view.grab().toImage(), bad));
        view.resize(500, 400);
        QCOMPARE(light.geometry(), view.rect());
        light.say(u"As it was"_s);
        QVERIFY(!hasColour(view.grab().toImage(), bad));
        light.putOut();
        QVERIFY(!light.isVisible());
    }

    void whereNothingMovesTheDotHasArrived()
    {
        GraphView view;
        view.setScene(scene());
        FollowLight light(view, threeUnits());
        view.show();
        light.show(step(u"left"_s, u"right"_s));
        QVERIFY(light.isMoving());
        auto still = Theme::dark();
        still.setStill(true);
        light.setTheme(still); // on its way
        QVERIFY(!light.isMoving());
        QCOMPARE(light.progress(), 1.0);
        light.show(step(u"right"_s, u"left"_s));
        QVERIFY(!light.isMoving());
        QCOMPARE(light.progress(), 1.0);
    }

    void restsWhileNobodySeesIt()
    {
        GraphView view;
        view.setScene(scene());
        FollowLight light(view, threeUnits());
        light.show(step(u"left"_s, u"right"_s));
        QVERIFY(!light.isMoving());
        view.show();
        QVERIFY(light.isMoving());
        view.hide();
        QVERIFY(!light.isMoving());
        view.show();
        QTRY_COMPARE(light.progress(), 1.0);
        QVERIFY(!light.isMoving());
    }

    void drawsAMomentForAFile()
    {
        QImage image(1280, 720, QImage::Format_RGB32);
        {
            QPainter painter(&image);
            FollowPainter(painter, Theme::light(), {})
                .paintFrame(story({u"three"_s}), 0, QSizeF(image.size()));
        }
        QVERIFY(hasColour(image, Theme::light().color(Role::Accent).rgb()));
        QVERIFY(hasColour(image, Theme::light().color(Role::SubtleText).rgb())); // the heading
    }

    void writesAStoryAsSvg_data()
    {
        QTest::addColumn<QStringList>("shapes");
        QTest::newRow("in one shape") << QStringList{u"three"_s};
        QTest::newRow("in two beside each other") << QStringList{u"three"_s, u"four"_s};
    }
    void writesAStoryAsSvg()
    {
        QFETCH(const QStringList, shapes);
        const auto svg = writeStory(story(shapes), Theme::light());
        QXmlStreamReader reader(svg);
        int titles = 0;
        QStringList pictures;
        QStringList words;
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement())
                continue;
            titles += reader.name() == u"title"_s ? 1 : 0;
            if (reader.name() == u"use"_s)
                pictures << reader.attributes().value(u"href"_s).toString();
            if (reader.name() == u"text"_s)
                words << reader.readElementText();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(titles, 1 + 2 * static_cast<int>(shapes.size())); // the document, and each step
        for (const auto &shape : shapes) {
            QCOMPARE(pictures.count(u"#scene-"_s + shape), 2);
            QVERIFY(words.contains(u"In <%1>"_s.arg(shape)));
        }
        QCOMPARE(words.count(u"Left"_s), shapes.size()); // the box, in each picture
    }

    void whatIsNotShownIsNotWritten()
    {
        auto withoutMessages = story({u"three"_s});
        auto &scene = withoutMessages.shapes.front().scene;
        auto layout = scene.layout();
        layout.nodes.push_back({{NodeKind::Topic, u"news"_s}, QRectF(200, 100, 40, 20), {}});
        auto captions = scene.captions();
        captions.nodes[{NodeKind::Topic, u"news"_s}] = {u"News"_s, {}, {}};
        scene = GraphScene(layout, captions);
        QVERIFY(writeStory(withoutMessages, Theme::light()).contains(">News<"));
        scene.setShown({.messages = false});
        QVERIFY(!writeStory(withoutMessages, Theme::light()).contains(">News<"));
    }

private:
    static FollowedStory story(const QStringList &shapes)
    {
        FollowedStory story{u"Check out"_s, {}};
        for (const auto &id : shapes) {
            auto packaging = threeUnits();
            packaging.id = {id};
            story.shapes.push_back({u"In <%1>"_s.arg(id),
                                    u"2 hops"_s,
                                    scene(),
                                    packaging,
                                    {step(u"left"_s, u"right"_s), step(u"one"_s, u"two"_s, true)}});
        }
        return story;
    }
};

QTEST_MAIN(TestFollowLight)
#include "tst_followlight.moc"
