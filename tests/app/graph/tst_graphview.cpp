// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/graphview.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace app::graph;
using model::layout::NodeKind;

namespace {

NodeId unit(const QString &name)
{
    return {NodeKind::Unit, name};
}

// Left and right, and below them a unit of two modules.
GraphScene scene()
{
    Layout layout;
    layout.size = {400, 300};
    layout.nodes = {{unit(u"left"_s), QRectF(20, 20, 120, 60), {}},
                    {unit(u"right"_s), QRectF(260, 20, 120, 60), {}},
                    {unit(u"below"_s),
                     QRectF(100, 150, 200, 120),
                     {{{u"one"_s}, QRectF(110, 200, 80, 30)}, {{u"two"_s}, QRectF(200, 200, 80, 30)}}}};
    layout.edges = {{unit(u"left"_s),
                     unit(u"right"_s),
                     model::layout::EdgeKind::Required,
                     {QPointF(140, 50), QPointF(180, 50), QPointF(220, 50), QPointF(260, 50)}}};
    Captions captions;
    captions.nodes[unit(u"left"_s)] = {u"Left"_s, 0, u"Web"_s};
    return GraphScene(layout, captions);
}

} // namespace

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
