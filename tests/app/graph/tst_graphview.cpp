// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallscene.h"

#include <app/graph/graphview.h>
#include <app/graph/minimap.h>

#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace tests::graph;

class TestGraphView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsUnderAPoint()
    {
        const auto made = scene();
        QCOMPARE(made.targetAt({30, 30})->node, unit(u"left"_s));
        QCOMPARE(made.targetAt({210, 210})->module->value, u"two"_s);
        QVERIFY(!made.targetAt({105, 160})->module.has_value());
        QVERIFY(!made.targetAt({200, 100}).has_value());
    }

    void walksToTheNeighbourInADirection()
    {
        const auto made = scene();
        const Target left{unit(u"left"_s), {}};
        QCOMPARE(made.neighbour(left, {1, 0}).node, unit(u"right"_s));
        QCOMPARE(made.neighbour(left, {-1, 0}), left);
        QCOMPARE(made.neighbour(left, {0, 1}).node, unit(u"below"_s));
    }

    void aClickChoosesAndABlankSpotChoosesNothing()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        view.show();
        QSignalSpy chosen(&view, &GraphView::chosen);
        QSignalSpy nothing(&view, &GraphView::chosenNothing);
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.transform().map(QPoint(300, 50)));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(view.selected()->node, unit(u"right"_s));
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.transform().map(QPoint(200, 100)));
        QCOMPARE(nothing.size(), 1);
        QVERIFY(!view.selected().has_value());
    }

    void theArrowKeysWalkAndReturnAsksForTheVerbs()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        view.show();
        QSignalSpy verbs(&view, &GraphView::verbsWanted);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.selected()->node, unit(u"left"_s));
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.selected()->node, unit(u"right"_s));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(verbs.size(), 1);
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(!view.selected().has_value());
    }

    void aLineIsChosenByClickAndByKeyboard()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        view.show();
        QSignalSpy chosen(&view, &GraphView::chosen);
        const Target line{unit(u"left"_s), {}, unit(u"right"_s)};
        const QPoint near = view.transform().map(QPointF(200, 53)).toPoint();
        QTest::mouseClick(&view, Qt::LeftButton, {}, near);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.takeFirst()[0].value<Target>(), line);
        QTest::mouseClick(&view, Qt::LeftButton, {}, view.transform().map(QPointF(200, 90)).toPoint());
        QVERIFY(!view.selected().has_value()); // too far away
        view.choose({unit(u"right"_s), {}});
        QTest::keyClick(&view, Qt::Key_C); // the line that comes in
        QCOMPARE(view.selected(), line);
        QTest::keyClick(&view, Qt::Key_C, Qt::ShiftModifier);
        QCOMPARE(view.selected(), line); // it is the only one
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.selected(), (Target{unit(u"left"_s), {}}));
        view.choose({unit(u"below"_s), {}});
        QTest::keyClick(&view, Qt::Key_C);
        QCOMPARE(view.selected()->node, unit(u"below"_s)); // has no lines
    }

    void aLineThatIsAttendedToAndAnOpenBreakerAreSeen()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        const Target line{unit(u"left"_s), {}, unit(u"right"_s)};
        const QImage before = view.grab().toImage();
        view.setSelected(line);
        const QImage selected = view.grab().toImage();
        QVERIFY(before != selected);
        Vitality vitality;
        vitality.breakers[{unit(u"left"_s), unit(u"right"_s)}] = BreakerState::HalfOpen;
        vitality.calls[{unit(u"left"_s), unit(u"right"_s)}] = u"3 /s"_s;
        view.setVitality(vitality);
        const QImage ajar = view.grab().toImage();
        QVERIFY(selected != ajar);
        vitality.breakers[{unit(u"left"_s), unit(u"right"_s)}] = BreakerState::Open;
        view.setVitality(vitality);
        QVERIFY(ajar != view.grab().toImage());
        QCOMPARE(view.nameOf(line), u"Calls from Left to , Both"_s);
        QCOMPARE(view.stateOf(line), u"3 /s"_s);
    }

    void saysNothingTwiceOfANode_data()
    {
        QTest::addColumn<NodeVitality>("live");
        QTest::addColumn<QString>("told");
        const auto sentence = QStringList{u"40 messages wait, and nobody consumes them"_s};
        const auto figures = u"3 /s"_s;
        NodeVitality live{Health::Degraded, figures, u"40 wait"_s, {}};
        QTest::newRow("a reason alone") << live << u"40 wait"_s;
        live.details = sentence;
        QTest::newRow("what waits") << live << sentence[0] + u"; 3 /s"_s;
        live.badges = 1;
        QTest::newRow("a fault") << live << sentence[0] + u"; 3 /s"_s;
        live.figures.clear();
        QTest::newRow("nothing is measured") << live << sentence[0];
        live.isDown = true;
        live.reason = u"crashed 3 s"_s;
        QTest::newRow("and it is down") << live << sentence[0] + u"; crashed 3 s"_s;
    }
    void saysNothingTwiceOfANode()
    {
        QFETCH(NodeVitality, live);
        QFETCH(QString, told);
        GraphView view;
        view.setScene(scene());
        Vitality vitality;
        vitality.nodes[unit(u"left"_s)] = live;
        view.setVitality(vitality);
        QCOMPARE(view.stateOf({unit(u"left"_s), {}}), told);
    }

    void paintsWhatIsBrokenInItsColour()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        const QImage well = view.grab().toImage();
        Vitality vitality;
        vitality.nodes[unit(u"left"_s)] = {app::wording::Health::Bad, {}, u"crashed 3 s"_s, {}};
        view.setVitality(vitality);
        const QImage ill = view.grab().toImage();
        const QPoint border = view.transform().map(QPointF(80, 20)).toPoint();
        QVERIFY(well.pixelColor(border) != ill.pixelColor(border));
        QVERIFY(ill.pixelColor(border).red() > ill.pixelColor(border).green() + 60);
    }

    void keepsWhatIsSelectedWhenTheSceneChanges()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        view.setSelected(Target{unit(u"right"_s), {}});
        auto moved = scene().layout();
        std::ranges::reverse(moved.nodes);
        view.setScene(GraphScene(moved, scene().captions()));
        QCOMPARE(view.selected()->node, unit(u"right"_s)); // by id, not by place
    }

    void theMenuComesForTheNodeUnderTheMouse()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        view.show();
        QSignalSpy verbs(&view, &GraphView::verbsWanted);
        const QPoint there = view.transform().map(QPoint(120, 210));
        QContextMenuEvent asked(QContextMenuEvent::Mouse, there, view.mapToGlobal(there));
        QCoreApplication::sendEvent(&view, &asked);
        QCOMPARE(verbs.size(), 1);
        QCOMPARE(verbs[0][0].value<Target>().module->value, u"one"_s);
        const QPoint blank = view.transform().map(QPoint(200, 110));
        QContextMenuEvent nowhere(QContextMenuEvent::Mouse, blank, view.mapToGlobal(blank));
        QCoreApplication::sendEvent(&view, &nowhere);
        QCOMPARE(verbs.size(), 1);
    }

    void dotsMoveWhileTheyCanBeSeen()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        view.addTraffic({{0, 2, 0, 0}}, RequestDots::Moment(0.1));
        QCOMPARE(view.dots(), size_t(0)); // nobody looks
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.addTraffic({{0, 2, 0, 1}}, RequestDots::Moment(0.1));
        QCOMPARE(view.dots(), size_t(2));
        const QImage still = view.grab().toImage();
        QTRY_VERIFY(view.grab().toImage() != still);
        QTRY_COMPARE(view.dots(), size_t(0));
        QTRY_VERIFY(view.grab().toImage() == still); // nothing of them is left behind
    }

    void theWheelComesNearerAndTheMapTakesOneElsewhere()
    {
        GraphView view;
        view.resize(800, 600);
        view.setScene(scene());
        view.show();
        auto *map = view.findChild<Minimap *>();
        QVERIFY(!map->isVisible()); // all is seen
        const QPointF mouse(200, 150);
        const double before = view.viewport().scale();
        for (int notch = 0; notch < 6; ++notch) {
            QWheelEvent wheel(mouse, view.mapToGlobal(mouse), {}, {0, 120}, {}, {}, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&view, &wheel);
        }
        QVERIFY(view.viewport().scale() > 2 * before);
        QVERIFY(map->isVisible());
        const auto seen = view.viewport().seen();
        QTest::mouseClick(map, Qt::LeftButton, {}, QPoint(map->width() - 3, map->height() - 3));
        QVERIFY(view.viewport().seen().center().x() > seen.center().x());
        QTest::keyClick(&view, Qt::Key_0);
        QCOMPARE(view.viewport().scale(), before);
        QVERIFY(!map->isVisible());
    }

    void allIsSeenWithAMarginWhateverTheWindowBecomes()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const double margin = Viewport::margin - 0.5;
        for (const QSize size : {QSize(900, 700), QSize(200, 180), QSize(170, 600), QSize(700, 165)}) {
            view.resize(size);
            const QRectF seen = view.transform().mapRect(QRectF({0, 0}, view.scene().layout().size));
            QVERIFY(QRectF(view.rect()).adjusted(margin, margin, -margin, -margin).contains(seen));
            QVERIFY((seen.center() - QRectF(view.rect()).center()).manhattanLength() <= 1);
        }
    }

    void aChosenNodeDoesNotMoveWhatIsSeen()
    {
        GraphView view;
        view.resize(150, 300);
        view.setScene(scene());
        view.show();
        for (int steps = 0; steps < 2; ++steps) {
            for (const auto &node : {u"left"_s, u"right"_s, u"below"_s}) {
                const auto before = view.transform();
                const auto middle = before.map(view.scene().node(unit(node))->box.center());
                QTest::mouseClick(&view, Qt::LeftButton, {}, middle.toPoint());
                QCOMPARE(view.selected()->node, unit(node));
                QCOMPARE(view.transform(), before);
            }
            view.resize(140, 260); // an inspector has opened
        }
    }

    void whoHasComeNearerKeepsHisCentreWhenTheWindowChanges()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.choose({unit(u"right"_s), {}});
        const QPointF mouse(120, 200);
        for (int notch = 0; notch < 6; ++notch) {
            QWheelEvent wheel(mouse, view.mapToGlobal(mouse), {}, {0, 120}, {}, {}, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&view, &wheel);
        }
        QVERIFY(!view.viewport().isAtHome());
        const double scale = view.viewport().scale();
        const QPointF centre = view.viewport().seen().center();
        for (const QSize size : {QSize(300, 250), QSize(180, 200), QSize(420, 320), QSize(400, 300)}) {
            view.resize(size);
            QCOMPARE(view.viewport().scale(), scale);
            QVERIFY((view.viewport().seen().center() - centre).manhattanLength() <= 2 / scale);
        }
        QTest::keyClick(&view, Qt::Key_0);
        QVERIFY(view.viewport().isAtHome());
    }

    void onlyWhatHasChangedIsDrawnAnew()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        view.show(); // what is hidden is resized at each look, and drawn anew
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.grab();
        view.setTheme(app::style::Theme::light());
        view.grab();
        QCOMPARE(view.stillPicture().pixelsDrawn(), 400 * 300);
        view.grab();
        QCOMPARE(view.stillPicture().pixelsDrawn(), 0);
        Vitality vitality;
        vitality.nodes[unit(u"left"_s)] = {app::wording::Health::Good, u"12 /s"_s, {}, {}};
        view.setVitality(vitality);
        const QImage partly = view.grab().toImage();
        QVERIFY(view.stillPicture().pixelsDrawn() > 0);
        QVERIFY(view.stillPicture().pixelsDrawn() < 400 * 300 / 3);
        view.setTheme(app::style::Theme::light()); // draws all of it
        QCOMPARE(view.grab().toImage(), partly);
    }

    void whatIsDraggedUnderThePlaceIsTheSameAsDrawnThere()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.zoomBy(2);
        view.grab();
        view.moveBy({37, -21});
        const QImage shifted = view.grab().toImage();
        QVERIFY(view.stillPicture().pixelsDrawn() < 400 * 300 / 2);
        view.setTheme(app::style::Theme::light());
        QCOMPARE(view.grab().toImage(), shifted);
    }

    void ofALargePictureAPieceIsDrawnWithEachFrame()
    {
        GraphView view;
        view.resize(400, 300);
        const auto layout = layoutOfMany();
        view.setScene(GraphScene(layout, {}));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.grab();
        Vitality vitality;
        for (const auto &node : layout.nodes)
            vitality.nodes[node.id].health = app::wording::Health::Bad;
        view.setVitality(vitality);
        view.grab();
        QVERIFY(view.stillPicture().pixelsDrawn() > 0);
        QVERIFY(view.stillPicture().pixelsDrawn() < 400 * 300 / 2);
        int frames = 1;
        for (; !view.stillPicture().isComplete(); ++frames)
            view.grab();
        QVERIFY(frames < 10);
        const QImage piecewise = view.grab().toImage();
        view.setTheme(app::style::Theme::light()); // draws all of it
        QCOMPARE(view.grab().toImage(), piecewise);
    }

    void allOfALargePictureIsDrawnAlthoughItChangesWithEachFrame_data()
    {
        QTest::addColumn<int>("height");
        for (const int height : {300, 301, 302}) // of three parts, which are as high as each other or not
            QTest::addRow("%d high", height) << height;
    }
    void allOfALargePictureIsDrawnAlthoughItChangesWithEachFrame()
    {
        QFETCH(const int, height);
        GraphView view;
        view.resize(400, height);
        const auto layout = layoutOfMany();
        view.setScene(GraphScene(layout, {}));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QRect lowest(0, 250, 400, 50);
        const QImage before = view.grab().toImage().copy(lowest);
        bool isDrawn = false;
        for (int frame = 0; frame < 3; ++frame) {
            Vitality vitality;
            for (const auto &node : layout.nodes)
                vitality.nodes[node.id].health
                    = frame % 2 == 0 ? app::wording::Health::Bad : app::wording::Health::Degraded;
            view.setVitality(vitality);
            isDrawn = view.grab().toImage().copy(lowest) != before || isDrawn;
        }
        QVERIFY(isDrawn);
    }

    void aNodeIsDraggedAndItsLineFollows()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        view.show();
        QSignalSpy placed(&view, &GraphView::placed);
        const QPoint from = view.transform().map(QPoint(300, 50));
        const QPoint to = from + QPoint(0, 120);
        QTest::mousePress(&view, Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&view, &move);
        const auto *moved = view.scene().node(unit(u"right"_s));
        QVERIFY(moved->box.top() > 100);
        QCOMPARE(placed.size(), 0); // it is still in the hand
        QTest::mouseRelease(&view, Qt::LeftButton, {}, to);
        QCOMPARE(placed.size(), 1);
        QCOMPARE(placed[0][1].toPointF(), view.scene().node(unit(u"right"_s))->box.center());
        QVERIFY(view.scene().layout().edges[0].curve.back().y() > 100);
    }

    void aClickThatTremblesIsNoDrag()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        view.show();
        QSignalSpy placed(&view, &GraphView::placed);
        const QPoint at = view.transform().map(QPoint(300, 50));
        QTest::mousePress(&view, Qt::LeftButton, {}, at);
        const QPoint near = at + QPoint(2, 1);
        QMouseEvent move(QEvent::MouseMove, near, view.mapToGlobal(near), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&view, &move);
        QTest::mouseRelease(&view, Qt::LeftButton, {}, near);
        QCOMPARE(placed.size(), 0);
    }

    void theKeyboardPlacesPinsAndLooksAtANeighbourhood()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        view.show();
        QSignalSpy placed(&view, &GraphView::placed);
        QSignalSpy pinned(&view, &GraphView::pinWanted);
        view.choose({unit(u"left"_s), {}});
        QTest::keyClick(&view, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(placed.size(), 1);
        QCOMPARE(placed[0][1].toPointF(), QPointF(88, 50));
        QVERIFY(placed[0][2].toBool());
        QTest::keyClick(&view, Qt::Key_P);
        QCOMPARE(pinned.size(), 1);
        const QImage all = view.grab().toImage();
        QTest::keyClick(&view, Qt::Key_N);
        QCOMPARE(view.focused(), std::optional(unit(u"left"_s)));
        QVERIFY(view.grab().toImage() != all);
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(!view.focused().has_value());
        QVERIFY(view.selected().has_value()); // one step after the other
    }

    void whatIsHiddenCannotBeChosen()
    {
        auto layout = scene().layout();
        layout.nodes.push_back({{NodeKind::Topic, u"news"_s}, QRectF(20, 200, 60, 30), {}});
        GraphView view;
        view.resize(400, 300);
        view.setScene(GraphScene(layout, scene().captions()));
        view.show();
        const Target topic{{NodeKind::Topic, u"news"_s}, {}};
        view.choose(topic);
        QSignalSpy nothing(&view, &GraphView::chosenNothing);
        view.setShown({false, true, true});
        QCOMPARE(nothing.size(), 1);
        QVERIFY(std::ranges::find(view.scene().all(), topic) == view.scene().all().end());
        QVERIFY(!view.scene().targetAt({40, 210}).has_value());
        view.setShown({});
        QCOMPARE(view.scene().targetAt({40, 210}), std::optional(topic));
    }

    void thingsTravelToTheirNewPlacesUnlessNothingIsToMove()
    {
        auto there = scene().layout();
        there.nodes[0].box.translate(0, 150);
        for (const bool still : {false, true}) {
            GraphView view;
            auto theme = app::style::Theme::light();
            theme.setStill(still);
            view.setTheme(theme);
            view.resize(400, 300);
            view.setScene(scene());
            view.show();
            QVERIFY(QTest::qWaitForWindowExposed(&view));
            view.changeScene(GraphScene(there, scene().captions()));
            const double top = view.scene().node(unit(u"left"_s))->box.top();
            QCOMPARE(top > 100, still); // it has only just set out
            QTRY_COMPARE(view.scene().node(unit(u"left"_s))->box.top(), 170.0);
        }
    }

    void nothingMovesByItselfForThoseWhoWishSo()
    {
        GraphView view;
        auto theme = app::style::Theme::light();
        theme.setStill(true);
        view.setTheme(theme);
        view.resize(400, 300);
        view.setScene(scene());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.addTraffic({{0, 2, 0, 1}}, RequestDots::Moment(0.1));
        QCOMPARE(view.dots(), size_t(0));
        const QImage before = view.grab().toImage();
        Vitality vitality;
        vitality.calls[{unit(u"left"_s), unit(u"right"_s)}] = u"34 /s"_s;
        view.setVitality(vitality);
        QVERIFY(view.grab().toImage() != before); // how many there are is written instead
    }

    void theMouseThatRestsPointsAtSomething()
    {
        GraphView view;
        view.resize(400, 300);
        view.setScene(scene());
        view.show();
        QSignalSpy pointed(&view, &GraphView::pointedAt);
        const auto rest = [&](QPoint position) {
            const QPoint at = view.transform().map(position);
            QMouseEvent move(QEvent::MouseMove, at, view.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
            QCoreApplication::sendEvent(&view, &move);
        };
        rest({300, 50});
        QTRY_COMPARE(pointed.size(), 1);
        QVERIFY(pointed[0][1].toRect().isValid());
        rest({200, 110});
        QCOMPARE(pointed.size(), 2);
        QVERIFY(!pointed[1][1].toRect().isValid());
    }

    void tellsWhatStandsBesideSomethingAndWhereItsTitleIs()
    {
        GraphView view;
        view.resize(420, 320);
        view.setScene(scene());
        const auto onScreen = [&view](const QRectF &box) {
            const QRect seen = view.transform().mapRect(box).toAlignedRect();
            return QRect(view.mapToGlobal(seen.topLeft()), seen.size());
        };
        const auto beside = view.standingBeside({unit(u"left"_s), {}});
        QCOMPARE(beside.size(), size_t(4)); // right, below and its modules
        QCOMPARE(beside[0].box, onScreen(QRectF(260, 20, 120, 60)));
        QVERIFY(beside[0].box.contains(beside[0].title));
        QVERIFY(beside[0].title.height() < beside[0].box.height()); // its figures are below
        const auto besideModule = view.standingBeside({unit(u"below"_s), {{u"one"_s}}});
        QCOMPARE(besideModule.size(), size_t(4)); // left, right, the head of the unit, and two
        QVERIFY(!besideModule[2].box.intersects(onScreen(QRectF(110, 200, 80, 30))));
        view.zoomBy(4); // around the middle
        QVERIFY(view.standingBeside({unit(u"below"_s), {}}).empty());
    }

    void anEmptySceneIsHarmless()
    {
        GraphView view;
        view.resize(50, 50);
        view.setScene({});
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::mouseClick(&view, Qt::LeftButton);
        QVERIFY(!view.grab().isNull());
    }
};

QTEST_MAIN(TestGraphView)
#include "tst_graphview.moc"
