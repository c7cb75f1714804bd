// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/topbar.h>

#include <QCursor>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include <tests/app/shell/quietwindow.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace app::shell;

// The files that were opened lately, in the menu.
class TestRecentSystems : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aClickOpensTheFileAgain()
    {
        app::session::Workspace workspace;
        workspace.recentFiles = {u"/somewhere/bank.json"_s, u"/elsewhere/travel.json"_s};
        QVERIFY(m_window.open({}, workspace));
        QSignalSpy wanted(m_window.get(), &MainWindow::systemWanted);
        QCursor::setPos(m_window->mapToGlobal(QPoint(2, 2))); // where the menu does not open
        QCoreApplication::processEvents();
        auto *menu = recent();
        QCOMPARE(wordsOf(*menu), (QStringList{u"bank.json"_s, u"travel.json"_s}));
        menu->popup(m_window->mapToGlobal(QPoint(50, 50)));
        QVERIFY(QTest::qWaitForWindowExposed(menu));
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().back()).center());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), u"/elsewhere/travel.json"_s);
        QVERIFY(!menu->isVisible());

        menu->popup(m_window->mapToGlobal(QPoint(50, 50)));
        QTest::keyClick(menu, Qt::Key_Down); // by the keyboard, too
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[1][0].toString(), u"/somewhere/bank.json"_s);
    }

    void whoHasOpenedNothingIsToldHow()
    {
        QVERIFY(m_window.open());
        QCOMPARE(recent()->actions().size(), 1);
        QVERIFY(!recent()->actions().front()->isEnabled());
        QVERIFY(recent()->actions().front()->text().startsWith(u"None yet"_s));
    }

private:
    QMenu *recent() const
    {
        const auto acts = m_window->findChild<TopBar *>()->viewMenu().actions();
        return (*std::ranges::find(acts, u"Recent s&ystems"_s, &QAction::text))->menu();
    }
    static QStringList wordsOf(const QMenu &menu)
    {
        QStringList words;
        for (const auto *action : menu.actions())
            words << action->text();
        return words;
    }

    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestRecentSystems)
#include "tst_recentsystems.moc"
