// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/nodebar.h>

#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>

#include <tests/app/shell/quietwindow.h>

using namespace Qt::StringLiterals;
using namespace app::shell;
using tests::shell::actsOf;
using tests::shell::unit;

// What can be done to a node is on it and in its menu.
class TestMainWindowVerbs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_window.open()); }
    void cleanup() { QVERIFY(m_window.tidy()); }

    void theVerbsAreOnTheNodeUnderTheMouse()
    {
        auto *bar = m_window->findChild<NodeBar *>();
        auto &view = m_window.micro().view();
        QVERIFY(!bar->isVisible());
        moveTo(view.transform().map(view.scene().boxOf(unit(u"orders"_s)).center()));
        QTRY_VERIFY(bar->isVisible());
        QStringList words;
        QToolButton *more = nullptr;
        for (auto *button : bar->findChildren<QToolButton *>()) {
            if (button->isVisible())
                words << button->text();
            if (button->isVisible() && button->text() == u"⋯")
                more = button;
        }
        for (const auto &verb :
             {u"Crash"_s, u"Restart"_s, u"Slow"_s, u"Fail"_s, u"Cut off"_s, u"−"_s, u"+"_s, u"Send…"_s})
            QVERIFY2(words.contains(verb), qPrintable(verb + u" in "_s + words.join(u", "_s)));
        QVERIFY(more != nullptr);
        QVERIFY(m_window->rect().contains(bar->geometry()));
        QTest::mouseClick(more, Qt::LeftButton);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr && actsOf(*menu).size() > 8);
        menu->close();
        QVERIFY(!bar->isVisible());
    }

    void theBarsMenuIsThatOfItsNodeWhicheverPictureHasTheFocus()
    {
        auto *bar = m_window->findChild<NodeBar *>();
        const auto &view = m_window.micro().view();
        moveTo(view.transform().map(view.scene().boxOf(unit(u"cart"_s)).center()));
        QTRY_VERIFY(bar->isVisible());
        m_window.mono().takeFocus(); // it has no such unit
        Q_EMIT bar->moreWanted(bar->mapToGlobal(QPoint()));
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr && actsOf(*menu).size() > 8);
        menu->close();
        moveTo({2, 2});
    }

    void theBarIsReachedByTheMouseAndGoesWithIt()
    {
        auto *bar = m_window->findChild<NodeBar *>();
        const auto &view = m_window.micro().view();
        const QPoint node = view.onScreen(unit(u"cart"_s)).center();
        QCursor::setPos(node);
        QTRY_VERIFY(bar->isVisible());
        const auto isBelow = [bar](QPoint place) { return bar->rect().contains(bar->mapFromGlobal(place)); };
        QVERIFY(!isBelow(node));
        for (const QPoint place : {bar->mapToGlobal(bar->rect().center()), node}) {
            QCursor::setPos(place);
            QTest::qWait(700); // longer than it waits for a mouse that is neither here nor there
            QVERIFY(bar->isVisible());
        }
        QCursor::setPos(view.mapToGlobal(QPoint(2, 2))); // where nothing is
        QTRY_VERIFY(!bar->isVisible());
    }

    void theBarGoesWithItsNode()
    {
        auto *bar = m_window->findChild<NodeBar *>();
        auto &view = m_window.micro().view();
        moveTo(view.transform().map(view.scene().boxOf(unit(u"cart"_s)).center()));
        QTRY_VERIFY(bar->isVisible());
        view.zoomBy(1.5);
        QVERIFY(!bar->isVisible()); // what is below the mouse now is another thing
        view.goHome();
    }

    void theBarGoesWithItsPicture()
    {
        auto *bar = m_window->findChild<NodeBar *>();
        const auto &view = m_window.micro().view();
        moveTo(view.transform().map(view.scene().boxOf(unit(u"cart"_s)).center()));
        QTRY_VERIFY(bar->isVisible());
        m_window.micro().setTable(true);
        QVERIFY(!bar->isVisible()); // though the mouse is where the node was
        m_window.micro().setTable(false);
    }

    void theBarTouchesItsNodeWhereverItGoes()
    {
        auto *bar = m_window->findChild<NodeBar *>();
        const auto &view = m_window.micro().view();
        for (const auto &name : {u"storefront"_s, u"orders"_s, u"shipping"_s}) {
            const QRect node = view.onScreen(unit(name));
            moveTo(view.mapFromGlobal(node.center()));
            QTRY_VERIFY(bar->isVisible() && bar->isOn(node));
            const QRect covered(bar->mapToGlobal(QPoint()), bar->size());
            QVERIFY2(covered.adjusted(-3, -3, 3, 3).intersects(node), qPrintable(name));
            QVERIFY2(m_window->rect().contains(bar->geometry()), qPrintable(name));
        }
        moveTo({2, 2});
    }

    void theNodesMenuHasThemAll()
    {
        auto &view = m_window.micro().view();
        view.choose(unit(u"orders"_s));
        QTest::keyClick(&view, Qt::Key_Return);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QStringList words;
        for (const auto *action : menu->actions())
            words << QString(action->text()).remove(u'&');
        for (const auto &verb : {u"Crash Orders"_s, u"Restart"_s, u"One instance more"_s,
                                 u"Send a request…"_s, u"Cut off from Inventory"_s})
            QVERIFY2(words.contains(verb), qPrintable(words.join(u", "_s)));
        menu->close();
    }

private:
    // The mouse, in the picture of the microservices, which may reach beyond this small screen.
    void moveTo(QPointF place)
    {
        QMouseEvent move(QEvent::MouseMove, place, m_window.micro().view().mapToGlobal(place), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_window.micro().view(), &move);
    }

    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestMainWindowVerbs)
#include "tst_mainwindowverbs.moc"
