// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallscene.h"

#include <app/graph/graphview.h>

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace tests::graph;
using app::wording::Health;

// What a screen reader is told of the picture.
class TestGraphAccessible : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }

    void init()
    {
        m_view = std::make_unique<GraphView>();
        m_view->resize(400, 300);
        m_view->setAccessibleName(u"Graph of both"_s);
        m_view->setScene(scene());
        m_view->show();
        Vitality vitality;
        vitality.nodes[unit(u"left"_s)]
            = {Health::Degraded, u"12 /s"_s, u"1 of 2 crashed"_s, {Health::Good, Health::Bad}};
        vitality.nodes[unit(u"below"_s)] = {Health::Good, u"3 /s"_s, {}, {Health::Good}};
        m_view->setVitality(vitality);
    }

    void isAListOfEverythingThatCanBeChosen()
    {
        QCOMPARE(list()->role(), QAccessible::List);
        QCOMPARE(list()->text(QAccessible::Name), u"Graph of both"_s);
        QCOMPARE(list()->childCount(), 6); // three units, two modules, a line
        for (int index = 0; index < list()->childCount(); ++index) {
            auto *item = list()->child(index);
            QVERIFY(item->isValid());
            QCOMPARE(item->role(), QAccessible::ListItem);
            QCOMPARE(item->parent(), list());
            QCOMPARE(list()->indexOfChild(item), index);
            QVERIFY(list()->rect().contains(item->rect()));
            QVERIFY(item->state().focusable && item->state().selectable);
        }
        QVERIFY(list()->child(6) == nullptr);
        QVERIFY(list()->child(-1) == nullptr);
    }

    void eachIsNamedWithItsState()
    {
        auto *left = list()->child(0);
        QCOMPARE(left->text(QAccessible::Name), u"Left, Both, 1 of 2 instances up"_s);
        QCOMPARE(left->text(QAccessible::Description), u"1 of 2 crashed"_s);
        auto *module = list()->child(3);
        QCOMPARE(module->text(QAccessible::Name), u"One, module of Below, Both, 1 of 1 instances up"_s);
        QCOMPARE(module->text(QAccessible::Description), u"3 /s"_s);
        QCOMPARE(list()->child(5)->text(QAccessible::Name), u"Calls from Left to , Both"_s);
    }

    void canBeChosenAndAskedForItsMenu()
    {
        QSignalSpy verbs(m_view.get(), &GraphView::verbsWanted);
        auto *item = list()->child(1);
        auto *actions = item->actionInterface();
        QVERIFY(actions != nullptr);
        actions->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_view->selected()->node, unit(u"right"_s));
        QVERIFY(item->state().selected);
        QVERIFY(!list()->child(0)->state().selected);
        QCOMPARE(verbs.size(), 0);
        actions->doAction(QAccessibleActionInterface::showMenuAction());
        QCOMPARE(verbs.size(), 1);
    }

    void isFoundByItsPlace()
    {
        for (int index = 0; index < list()->childCount(); ++index) {
            const QPoint middle = list()->child(index)->rect().center();
            const bool isBelow = index == 2; // its middle is between its modules
            if (!isBelow)
                QCOMPARE(list()->childAt(middle.x(), middle.y()), list()->child(index));
        }
        QVERIFY(list()->childAt(-5, -5) == nullptr);
    }

    void theFocusFollowsTheArrowKeys()
    {
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->setFocus();
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QTest::keyClick(m_view.get(), Qt::Key_Right);
        QCOMPARE(list()->focusChild(), list()->child(1));
    }

    void saysThatItIsGoneWhenItsSceneIs()
    {
        auto *last = list()->child(4);
        m_view->setScene({});
        QVERIFY(!last->isValid());
        QVERIFY(last->text(QAccessible::Name).isEmpty());
        QVERIFY(last->state().invalid);
        QCOMPARE(list()->childCount(), 0);
    }

private:
    QAccessibleInterface *list() const { return QAccessible::queryAccessibleInterface(m_view.get()); }

    std::unique_ptr<GraphView> m_view;
};

QTEST_MAIN(TestGraphAccessible)
#include "tst_graphaccessible.moc"
