// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallscene.h"

#include <app/graph/followlight.h>
#include <app/graph/followpainter.h>
#include <app/graph/followsvg.h>
#include <model/layout/gridlayouter.h>

#include <QPainter>
#include <QTest>
#include <QXmlStreamReader>

#include <tests/support/shop.h>

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

FollowedStep told(const QString &from, const QString &to, const QString &topic)
{
    auto told = step(from, to);
    told.topic = model::system::TopicId{topic};
    return told;
}

// The small scene, and two topics between Left and Right.
GraphScene withTopics()
{
    using model::layout::EdgeKind;
    auto layout = scene().layout();
    for (const auto &[name, y] : {std::pair(u"olds"_s, 140.0), std::pair(u"news"_s, 110.0)}) {
        const NodeId topic{NodeKind::Topic, name};
        layout.nodes.push_back({topic, QRectF(200, y - 10, 40, 20), {}});
        layout.edges.push_back(
            {unit(u"left"_s), topic, EdgeKind::Event, {{80, 80}, {80, y}, {80, y}, {200, y}}});
        layout.edges.push_back(
            {topic, unit(u"right"_s), EdgeKind::Event, {{240, y}, {300, y}, {300, y}, {320, 80}}});
    }
    return GraphScene(layout, {});
}

GraphScene sceneOf(const tests::support::Shop &shop, const model::packaging::Packaging &packaging)
{
    model::layout::LayoutRequest request;
    request.system = shop.system;
    request.packaging = packaging;
    return GraphScene(*model::layout::GridLayouter().layOut(request), {});
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

    // A line of calls in the other direction, two topics between both: it is the message's own that is lit.
    void aMessageGoesThroughItsTopic()
    {
        const auto route = FollowRoute(withTopics(), threeUnits(), told(u"left"_s, u"right"_s, u"news"_s));
        QCOMPARE(route.way().pointAtPercent(0), QPointF(80, 80));
        QCOMPARE(route.way().pointAtPercent(1), QPointF(320, 80));
        QVERIFY(route.way().intersects(QRectF(200, 100, 40, 20)));
        QVERIFY(!route.way().intersects(QRectF(200, 130, 40, 20)));
        const std::vector<QRectF> ends{{20, 20, 120, 60}, {200, 100, 40, 20}, {260, 20, 120, 60}};
        QCOMPARE(route.ends(), ends);
    }

    void whoHearsHisOwnMessageIsAskedLast()
    {
        const FollowRoute route(withTopics(), threeUnits(), told(u"left"_s, u"left"_s, u"news"_s));
        const std::vector<QRectF> ends{{200, 100, 40, 20}, {20, 20, 120, 60}};
        QCOMPARE(route.ends(), ends);
    }

    void aCallDoesNotGoThroughATopic()
    {
        const FollowRoute route(withTopics(), threeUnits(), step(u"left"_s, u"right"_s));
        QCOMPARE(route.way().pointAtPercent(0), QPointF(140, 50));
        QCOMPARE(route.ends().size(), size_t(2));
    }

    void withinAUnitAMessageGoesFromModuleToModule()
    {
        const FollowRoute route(scene(), threeUnits(), told(u"one"_s, u"two"_s, u"news"_s));
        const std::vector<QRectF> modules{{110, 200, 80, 30}, {200, 200, 80, 30}};
        QCOMPARE(route.ends(), modules);
        QCOMPARE(route.way().pointAtPercent(0), modules.front().center());
        QCOMPARE(route.way().pointAtPercent(1), modules.back().center());
    }

    void withinAUnitThroughItsTopicWhereItIsDrawn()
    {
        const auto topic = QRectF(200, 100, 40, 20);
        const FollowRoute route(withTopics(), threeUnits(), told(u"one"_s, u"two"_s, u"news"_s));
        QCOMPARE(route.ends()[1], topic);
        QVERIFY(route.way().intersects(topic));
        QCOMPARE(route.way().pointAtPercent(1), QRectF(200, 200, 80, 30).center());
    }

    void straightWhereMessagesAreHidden()
    {
        auto hidden = withTopics();
        hidden.setShown({.messages = false});
        const FollowRoute route(hidden, threeUnits(), told(u"left"_s, u"right"_s, u"news"_s));
        QCOMPARE(route.way().pointAtPercent(1), QRectF(260, 20, 120, 60).center());
        QCOMPARE(route.ends().size(), size_t(2));
    }

    // The shop's own pictures: the light of an order's message is where its dotted lines are.
    void inTheShopThroughTheTopicOrWithinTheBox()
    {
        const tests::support::Shop shop;
        const auto heard = told(u"orders"_s, u"shipping"_s, u"order.placed"_s);
        const auto apart = sceneOf(shop, shop.microservices);
        const FollowRoute through(apart, shop.microservices, heard);
        QCOMPARE(through.ends().size(), size_t(3));
        QCOMPARE(through.ends()[1], apart.boxOf({{NodeKind::Topic, u"order.placed"_s}, {}}));
        QVERIFY(through.way().intersects(through.ends()[1].adjusted(-6, -6, 6, 6))); // arrows end before it
        const auto box = sceneOf(shop, shop.monolith);
        const FollowRoute within(box, shop.monolith, heard);
        QCOMPARE(within.ends().size(), size_t(2));
        const auto shopBox = box.boxOf({{NodeKind::Unit, shop.monolith.units.front().id.value}, {}});
        QVERIFY(shopBox.contains(within.way().boundingRect()));
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

    void bringsTheStepIntoView()
    {
        GraphView view;
        view.resize(600, 460);
        view.setScene(scene());
        FollowLight light(view, threeUnits());
        view.show();
        view.zoomBy(2);
        const QRectF modules = QRectF(110, 200, 170, 30);
        QVERIFY(!view.viewport().seen().contains(modules));
        light.show(step(u"one"_s, u"two"_s));
        QVERIFY(view.viewport().seen().contains(modules));
        light.show(step(u"left"_s, u"right"_s)); // too far from each other
        QVERIFY(view.viewport().seen().contains(QRectF(260, 20, 120, 60)));
        const auto seen = view.viewport().seen();
        light.show(step(u"nobody"_s, u"right"_s));
        QCOMPARE(view.viewport().seen(), seen);
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
