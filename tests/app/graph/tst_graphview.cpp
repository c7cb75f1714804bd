// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallscene.h"

#include <app/graph/graphview.h>

#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QTest>

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
