// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallscene.h"

#include <app/graph/changes.h>

#include <QTest>

using namespace tests::graph;
using app::wording::Health;

class TestChanges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_before.nodes[left] = {Health::Good, u"12 /s"_s, {}, {}};
        m_before.nodes[right] = {Health::Good, u"3 /s"_s, {}, {}};
        m_before.edges[line] = Health::Good;
        m_before.calls[line] = u"3 /s"_s;
    }

    void whatIsAsItWasIsNotDrawnAnew() { QVERIFY(boxes(m_before).empty()); }

    void figuresAreDrawnWhereTheyAreWritten()
    {
        auto after = m_before;
        after.nodes[right].figures = u"4 /s"_s;
        QCOMPARE(boxes(after), (std::vector{m_scene.node(right)->box}));
        QVERIFY(boxes(after, Detail::Blocks).empty()); // a map has no figures
    }

    void aModuleIsDrawnWithItsUnit()
    {
        auto after = m_before;
        after.modules[{u"two"_s}].reason = u"slow"_s;
        QCOMPARE(boxes(after), (std::vector{m_scene.node(unit(u"below"_s))->box}));
    }

    void aLineIsDrawnWhenSomethingAboutItChanges_data()
    {
        QTest::addColumn<Vitality>("after");
        auto after = m_before;
        after.edges[line] = Health::Bad;
        QTest::newRow("its health") << after;
        after = m_before;
        after.edges.remove(line);
        QTest::newRow("its health is not known any more") << after;
        after = m_before;
        after.lines[line] = LineTrouble::Cut;
        QTest::newRow("it is cut off") << after;
        after = m_before;
        after.queues[line].fill = 1;
        QTest::newRow("messages wait on it") << after;
        after = m_before;
        after.breakers[line] = BreakerState::Open;
        QTest::newRow("its breaker opens") << after;
    }
    void aLineIsDrawnWhenSomethingAboutItChanges()
    {
        QFETCH(Vitality, after);
        const auto changed = boxes(after);
        QCOMPARE(changed.size(), size_t{1});
        QVERIFY(changed.front().contains(m_scene.bounds(0).center()));
    }

    void ratesOfLinesCountWhereTheyAreWritten()
    {
        auto after = m_before;
        after.calls[line] = u"5 /s"_s;
        QVERIFY(boxes(after).empty());
        QCOMPARE(changesBetween(m_scene, m_before, after, Detail::Full, true).size(), size_t{1});
    }

    void aLineOfWhichNothingIsKnownIsAsGoodAsItsEnd()
    {
        auto before = m_before;
        before.edges.clear();
        auto after = before;
        after.nodes[left].health = Health::Bad;
        QCOMPARE(changesBetween(m_scene, before, after, Detail::Full, false).size(), size_t{1});
        after = before;
        after.nodes[right].health = Health::Bad;
        QCOMPARE(changesBetween(m_scene, before, after, Detail::Full, false).size(), size_t{2});
        after.edges[line] = Health::Good; // now it is
        before.edges = after.edges;
        QCOMPARE(changesBetween(m_scene, before, after, Detail::Full, false).size(), size_t{1});
    }

private:
    std::vector<QRectF> boxes(const Vitality &after, Detail detail = Detail::Full) const
    {
        return changesBetween(m_scene, m_before, after, detail, false);
    }

    const NodeId left = unit(u"left"_s);
    const NodeId right = unit(u"right"_s);
    const EdgeId line{left, right};
    const GraphScene m_scene = scene();
    Vitality m_before;
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
