// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/graphpane.h>
#include <app/graph/graphtable.h>

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::graph;
using model::layout::NodeKind;

namespace {

NodeId service(const QString &name)
{
    return {NodeKind::Unit, name};
}

} // namespace

// The shop as microservices, arranged for real, in a pane of its own.
class TestGraphPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_layouts = std::make_unique<services::platform::Layouts>();
        open();
    }
    void cleanup()
    {
        m_pane.reset();
        m_layouts.reset();
        m_edits.clear();
    }

    void whatIsPutSomewhereStaysAndCanBeUndone()
    {
        const QPointF before = middle(u"cart"_s);
        const QPointF wanted = before + QPointF(60, 45);
        Q_EMIT m_pane->view().placed(service(u"cart"_s), wanted, false);
        QCOMPARE(m_edits.undoText(), u"Move Cart"_s);
        QTRY_COMPARE(offset(u"cart"_s), m_home + QPointF(60, 45));
        m_edits.undo();
        QVERIFY(m_pane->placement().isEmpty());
        m_edits.redo();
        QTRY_COMPARE(offset(u"cart"_s), m_home + QPointF(60, 45));
    }

    void tidyingRespectsWhatIsPinned()
    {
        Q_EMIT m_pane->view().placed(service(u"cart"_s), middle(u"cart"_s) + QPointF(300, 0), false);
        Q_EMIT m_pane->view().placed(service(u"search"_s), middle(u"search"_s) + QPointF(0, 900), false);
        m_pane->togglePin(service(u"search"_s));
        QCOMPARE(m_edits.undoText(), u"Pin Search"_s);
        m_pane->tidy();
        QCOMPARE(m_pane->placement().centres.size(), 1);
        QTRY_COMPARE(offset(u"cart"_s), m_home);
        m_pane->unpinAll();
        QVERIFY(m_pane->placement().isEmpty());
        for (int edits = 0; edits < 5; ++edits)
            m_edits.undo();
        QVERIFY(m_pane->placement().isEmpty());
        QVERIFY(!m_edits.canUndo());
    }

    void stepsOfTheKeyboardAreOneEdit()
    {
        m_pane->view().choose({service(u"cart"_s), {}});
        for (int step = 0; step < 5; ++step)
            QTest::keyClick(&m_pane->view(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(m_edits.count(), 1);
        QTRY_COMPARE(offset(u"cart"_s), m_home + QPointF(40, 0));
        m_edits.undo();
        QTRY_COMPARE(offset(u"cart"_s), m_home);
    }

    void aPlacementOfEarlierIsThereFromTheStart()
    {
        Q_EMIT m_pane->view().placed(service(u"cart"_s), middle(u"cart"_s) + QPointF(60, 45), false);
        const auto kept = m_pane->placement();
        m_pane.reset();
        m_edits.clear();
        m_pane = make();
        m_pane->setPlacement(kept);
        m_pane->QWidget::show();
        QTRY_VERIFY(!m_pane->view().scene().isEmpty());
        QCOMPARE(offset(u"cart"_s), m_home + QPointF(60, 45));
    }

    void anotherShapeOfTheWindowMovesNothing_data()
    {
        QTest::addColumn<bool>("presents");
        QTest::addRow("at a desk") << false;
        QTest::addRow("before a room full of people") << true;
    }
    void anotherShapeOfTheWindowMovesNothing()
    {
        QFETCH(bool, presents);
        const QSize usual = m_pane->size();
        const auto nodes = m_pane->view().scene().layout().nodes;
        m_pane->setPresentation(presents);
        for (const QSize size : {QSize(300, 900), QSize(1300, 400), QSize(240, 300)}) {
            m_pane->resize(size);
            QTest::qWait(250); // nor does anything come later
            QCOMPARE(m_pane->view().scene().layout().nodes, nodes);
            QVERIFY(isWhollySeen());
        }
        m_pane->setPresentation(false);
        m_pane->resize(usual);
        QCOMPARE(m_pane->view().scene().layout().nodes, nodes);
        QVERIFY(isWhollySeen());
    }

    void tidyingArrangesForTheWindowAsItIsNow()
    {
        const auto before = m_pane->view().scene().layout();
        m_pane->resize(300, 900);
        m_pane->tidy();
        QTRY_VERIFY(aspectOf(m_pane->view().scene().layout()) < 0.9 * aspectOf(before));
        const auto tidied = m_pane->view().scene().layout();
        QVERIFY(isWhollySeen());
        m_edits.undo();
        QCOMPARE(m_pane->view().scene().layout().nodes, before.nodes);
        m_edits.redo();
        QTRY_COMPARE(m_pane->view().scene().layout().nodes, tidied.nodes);
    }

    void aWindowThatGetsItsSizeBeforeThePictureIsThereIsArrangedForIt()
    {
        const double usual = aspectOf(m_pane->view().scene().layout());
        m_pane = make();
        m_pane->QWidget::show();
        QCoreApplication::processEvents();
        QVERIFY(m_pane->view().scene().isEmpty());
        m_pane->resize(300, 900);
        QTRY_VERIFY(!m_pane->view().scene().isEmpty());
        QVERIFY(aspectOf(m_pane->view().scene().layout()) < 0.9 * usual);
    }

    void theTableIsTheSameInWords()
    {
        m_pane->setTable(true);
        QVERIFY(m_pane->isTable());
        QVERIFY(m_pane->table().isVisible());
        QCOMPARE(m_pane->table().rows().rowCount(), static_cast<int>(m_pane->view().scene().all().size()));
        QSignalSpy chosen(&m_pane->view(), &GraphView::chosen);
        QTest::keyClick(&m_pane->table(), Qt::Key_Down);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(m_pane->view().selected(), chosen[0][0].value<Target>());
        m_pane->selectCapability(model::system::CapabilityId{u"payments"_s});
        QCOMPARE(m_pane->table().currentIndex().data().toString(), u"Payments"_s);
        m_pane->setTable(false);
        QVERIFY(m_pane->view().isVisible());
    }

    void databasesComeWhenTheyAreWishedForAndMessagesGo()
    {
        const auto count = [this](NodeKind kind) {
            const auto &nodes = m_pane->view().scene().layout().nodes;
            return static_cast<int>(
                std::ranges::count(nodes, kind, [](const auto &node) { return node.id.kind; }));
        };
        QCOMPARE(count(NodeKind::Store), 0);
        m_pane->setShown({true, true, true});
        QTRY_VERIFY(count(NodeKind::Store) > 5);
        const auto boxes = m_pane->view().scene().layout().nodes;
        m_pane->setShown({false, true, true});
        QCOMPARE(m_pane->view().scene().layout().nodes, boxes); // nothing moves
        QVERIFY(std::ranges::none_of(m_pane->view().scene().all(), [](const Target &target) {
            return target.node.kind == NodeKind::Topic;
        }));
    }

private:
    std::unique_ptr<GraphPane> make()
    {
        const auto shapes = m_shop.shapes();
        auto pane = std::make_unique<GraphPane>(m_shop.system, shapes.back(), *m_layouts);
        auto theme = app::style::Theme::light();
        theme.setStill(true); // there at once
        pane->setTheme(theme);
        pane->setShown({true, false, true});
        pane->setUndoStack(m_edits);
        pane->resize(700, 560);
        return pane;
    }
    void open()
    {
        m_pane = make();
        m_pane->QWidget::show();
        QTRY_VERIFY(!m_pane->view().scene().isEmpty());
        m_home = offset(u"cart"_s);
    }
    QPointF middle(const QString &name) const
    {
        return m_pane->view().scene().node(service(name))->box.center();
    }
    bool isWhollySeen() const
    {
        const auto &view = m_pane->view();
        const QRectF picture({0, 0}, view.scene().layout().size);
        return QRectF(view.rect()).adjusted(6, 6, -6, -6).contains(view.transform().mapRect(picture));
    }
    static double aspectOf(const model::layout::Layout &layout)
    {
        return layout.size.width() / layout.size.height();
    }
    // From a node that nobody moves.
    QPointF offset(const QString &name) const { return middle(name) - middle(u"storefront"_s); }

    tests::support::Shop m_shop;
    std::unique_ptr<services::platform::Layouts> m_layouts;
    QUndoStack m_edits;
    std::unique_ptr<GraphPane> m_pane;
    QPointF m_home;
};

QTEST_MAIN(TestGraphPane)
#include "tst_graphpane.moc"
