// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/arrangingnotice.h>
#include <app/graph/graphpane.h>
#include <model/layout/gridlayouter.h>

#include <QPushButton>
#include <QSemaphore>
#include <QTest>

#include <tests/support/shop.h>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace app::graph;

namespace {

struct Gate
{
    std::atomic<int> begun = 0;
    QSemaphore mayEnd;
};

// Takes as long as the test wishes for each.
class SlowLayouter final : public model::layout::Layouter
{
public:
    explicit SlowLayouter(std::shared_ptr<Gate> gate)
        : m_gate(std::move(gate))
    {
    }
    model::result::Result<model::layout::Layout> layOut(const model::layout::LayoutRequest &request) override
    {
        ++m_gate->begun;
        m_gate->mayEnd.acquire();
        return m_grid.layOut(request);
    }

private:
    std::shared_ptr<Gate> m_gate; // a thread that is left behind waits there
    model::layout::GridLayouter m_grid;
};

} // namespace

// The shop as microservices in a pane, where whatever is arranged takes long.
class TestArrangingNotice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_gate = std::make_shared<Gate>();
        m_layouts = std::make_unique<services::platform::Layouts>(std::make_unique<SlowLayouter>(m_gate));
        m_pane = std::make_unique<GraphPane>(m_shop.system, m_shop.microservices, *m_layouts);
        auto theme = app::style::Theme::light();
        theme.setStill(true); // there at once
        m_pane->setTheme(theme);
        m_pane->resize(700, 420);
        m_pane->QWidget::show();
        QTRY_COMPARE(m_gate->begun.load(), 1);
        settle();
        m_room = m_pane->view().size();
        QTRY_VERIFY(notice().isVisible());
    }
    void cleanup()
    {
        m_gate->mayEnd.release(mostArrangements);
        m_pane.reset();
        m_layouts.reset();
    }

    void takesNoRoomFromThePictureWhichIsArrangedOnce()
    {
        settle();
        QCOMPARE(m_pane->view().size(), m_room);
        const QRect picture(m_pane->view().mapTo(m_pane.get(), QPoint()), m_room);
        QVERIFY(picture.contains(notice().geometry()));
        QCOMPARE(notice().geometry().topLeft(), picture.topLeft());
        QCOMPARE(notice().width(), picture.width());
        QVERIFY(notice().visibleRegion().contains(notice().rect().center())); // nothing is above it
        m_gate->mayEnd.release(mostArrangements);
        QTRY_VERIFY(!m_pane->view().scene().isEmpty());
        QVERIFY(!notice().isVisible());
        settle();
        QCOMPARE(m_gate->begun.load(), 1);
    }

    void followsThePictureAndLeavesTheTableAlone()
    {
        m_pane->resize(420, 600);
        QTRY_VERIFY(!notice().isVisible()); // for another shape it begins again
        QTRY_VERIFY(notice().isVisible());
        QCOMPARE(notice().width(), m_pane->view().width());
        m_pane->setTable(true);
        QVERIFY(!notice().isVisible());
        m_pane->setTable(false);
        QVERIFY(notice().isVisible());
        QCOMPARE(notice().geometry().topLeft(), m_pane->view().mapTo(m_pane.get(), QPoint()));
    }

    void whoStopsItIsNotAskedAgainByAnotherSize()
    {
        QTest::mouseClick(button(), Qt::LeftButton);
        m_gate->mayEnd.release(mostArrangements);
        m_pane->resize(420, 600);
        settle();
        QVERIFY(notice().isVisible());
        QVERIFY(m_pane->view().scene().isEmpty());
        QCOMPARE(m_gate->begun.load(), 1);
        QTest::mouseClick(button(), Qt::LeftButton); // arrange it
        QTRY_VERIFY(!m_pane->view().scene().isEmpty());
        QVERIFY(!notice().isVisible());
        QCOMPARE(m_gate->begun.load(), 2);
    }

private:
    static constexpr int mostArrangements = 100;

    ArrangingNotice &notice() const { return *m_pane->findChild<ArrangingNotice *>(); }
    QPushButton *button() const { return notice().findChild<QPushButton *>(); }
    // What a size makes the pane ask for it asks for when the loop comes round.
    static void settle() { QTest::qWait(50); }

    tests::support::Shop m_shop;
    std::shared_ptr<Gate> m_gate;
    std::unique_ptr<services::platform::Layouts> m_layouts;
    std::unique_ptr<GraphPane> m_pane;
    QSize m_room;
};

QTEST_MAIN(TestArrangingNotice)
#include "tst_arrangingnotice.moc"
