// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallscene.h"

#include <app/graph/graphview.h>

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tests::graph;

// A double-click on a node shows its neighbourhood, and another one everything again.
class TestNeighbourhood : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        auto theme = app::style::Theme::light();
        theme.setStill(true);
        m_view = std::make_unique<GraphView>();
        m_view->setTheme(theme);
        m_view->resize(500, 400);
        m_view->setScene(scene());
        m_view->show();
    }

    void aDoubleClickShowsTheNeighbourhoodAndAnotherEverything()
    {
        QSignalSpy changed(m_view.get(), &GraphView::focusChanged);
        const auto all = m_view->transform();
        doubleClick(unit(u"left"_s));
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_view->focused() == unit(u"left"_s));
        QVERIFY(m_view->transform() != all); // it comes nearer
        const auto seen = m_view->rect();
        for (const auto &name : {u"left"_s, u"right"_s})
            QVERIFY(seen.contains(boxOnView(unit(name))));
        doubleClick(unit(u"left"_s));
        QVERIFY(!m_view->focused().has_value());
        QCOMPARE(m_view->transform(), all);
    }

    void aDoubleClickOnAnotherNodeGoesThere()
    {
        doubleClick(unit(u"left"_s));
        doubleClick(unit(u"right"_s));
        QVERIFY(m_view->focused() == unit(u"right"_s));
    }

    void aDoubleClickOnNothingShowsEverythingAgain()
    {
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, {2, 2});
        QVERIFY(!m_view->focused().has_value());
        doubleClick(unit(u"right"_s));
        QVERIFY(m_view->focused().has_value());
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, {2, 2});
        QVERIFY(!m_view->focused().has_value());
    }

    void aModuleStandsForItsUnit()
    {
        const Target one{unit(u"below"_s), {{u"one"_s}}};
        const QPointF there = m_view->transform().map(m_view->scene().boxOf(one).center());
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, there.toPoint());
        QVERIFY(m_view->focused() == unit(u"below"_s));
    }

private:
    QRect boxOnView(const NodeId &node) const
    {
        return m_view->transform().mapRect(m_view->scene().boxOf({node, {}})).toRect();
    }
    void doubleClick(const NodeId &node)
    {
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, boxOnView(node).center());
    }

    std::unique_ptr<GraphView> m_view;
};

QTEST_MAIN(TestNeighbourhood)
#include "tst_neighbourhood.moc"
