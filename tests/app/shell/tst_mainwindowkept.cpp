// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/console/historymodel.h>
#include <app/shell/actions.h>
#include <app/shell/firsthint.h>
#include <app/shell/topbar.h>

#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

#include <tests/app/shell/quietwindow.h>

using namespace Qt::StringLiterals;
using namespace app::shell;
using model::layout::NodeKind;

// What the window leaves to the next one, and how files of systems come in.
class TestMainWindowKept : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_window = std::make_unique<tests::shell::QuietWindow>(); }
    void init() { QVERIFY(m_window->open()); }
    void cleanupTestCase() { m_window.reset(); }

    void aMoveIsUndoneByKeysAndRemembered()
    {
        auto &window = *m_window;
        QSignalSpy changed(window.get(), &MainWindow::workspaceChanged);
        window.micro().view().choose({{NodeKind::Unit, u"cart"_s}, {}});
        window.micro().view().setFocus();
        QTest::keyClick(&window.micro().view(), Qt::Key_Right, Qt::AltModifier);
        QVERIFY(!window.micro().placement().isEmpty());
        QVERIFY(changed.size() >= 1);
        QVERIFY(window->workspace().placements.contains(u"shop/microservices"_s));
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(window.micro().placement().isEmpty());
        QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!window.micro().placement().isEmpty());
        const auto kept = window->workspace();
        QVERIFY(window.open({}, kept));
        QCOMPARE(window.micro().placement(), kept.placements.value(u"shop/microservices"_s));
    }

    void theFirstHintNeverReturns()
    {
        auto &window = *m_window;
        auto *hint = window->findChild<FirstHint *>();
        QVERIFY(hint->isVisible());
        QTest::mouseClick(hint->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(!hint->isVisible());
        const auto kept = window->workspace();
        QVERIFY(kept.isHintRead);
        QVERIFY(window.open({}, kept));
        QVERIFY(!window->findChild<FirstHint *>()->isVisible());
        window->acts().action(u"presentation"_s)->trigger();
        window->acts().action(u"presentation"_s)->trigger();
        QVERIFY(!window->findChild<FirstHint *>()->isVisible());
    }

    void theTabSizeAndWhatIsShownComeBack()
    {
        auto &window = *m_window;
        window->setWindowState(Qt::WindowNoState);
        window->resize(1150, 700);
        QTRY_COMPARE(window->size(), QSize(1150, 700));
        QTest::keyClick(window.get(), Qt::Key_5, Qt::ControlModifier);
        window->acts().action(u"shown.teams"_s)->trigger();
        const auto kept = window->settings();
        QCOMPARE(kept.tab, u"messages"_s);
        QVERIFY(!kept.teams);
        QVERIFY(window.open(kept));
        QCOMPARE(window->size(), QSize(1150, 700));
        auto *tabs = window->findChild<QTabWidget *>();
        QCOMPARE(tabs->tabText(tabs->currentIndex()), u"Messages"_s);
        QVERIFY(!window.micro().view().scene().shown().teams);
        QVERIFY(!window->acts().action(u"shown.teams"_s)->isChecked());
    }

    void whatIsClosedInAPresentationOpensAsItWasBefore()
    {
        auto &window = *m_window;
        QTest::keyClick(window.get(), Qt::Key_5, Qt::ControlModifier);
        const auto before = window->settings();
        QTest::keyClick(window.get(), Qt::Key_F11);
        const auto kept = window->settings();
        QCOMPARE(kept.geometry, before.geometry);
        QCOMPARE(kept.rows, before.rows);
        QCOMPARE(kept.tab, before.tab);
        QTest::keyClick(window.get(), Qt::Key_F11);
    }

    void theFileOfASystemCanBeDropped()
    {
        auto &window = *m_window;
        QSignalSpy wanted(window.get(), &MainWindow::systemWanted);
        QMimeData picture;
        picture.setUrls({QUrl::fromLocalFile(u"/tmp/picture.png"_s)});
        QMimeData system;
        system.setUrls({QUrl::fromLocalFile(u"/tmp/system.json"_s)});
        for (auto *dropped : {&picture, &system}) {
            QDragEnterEvent enter({100, 100}, Qt::CopyAction, dropped, Qt::LeftButton, {});
            QCoreApplication::sendEvent(window.get(), &enter);
            QCOMPARE(enter.isAccepted(), dropped == &system);
            QDropEvent drop({100, 100}, Qt::CopyAction, dropped, Qt::LeftButton, {});
            QCoreApplication::sendEvent(window.get(), &drop);
        }
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), u"/tmp/system.json"_s);
    }

    void whatWasOpenLatelyIsAChoiceAway()
    {
        auto &window = *m_window;
        app::session::Workspace workspace;
        workspace.noteFile(u"/tmp/older.json"_s);
        workspace.noteFile(u"/tmp/newer.json"_s);
        QVERIFY(window.open({}, workspace));
        const auto menus = window->findChild<TopBar *>()->viewMenu().findChildren<QMenu *>();
        const auto recent = std::ranges::find_if(menus, [](const auto *menu) {
            return !menu->isEmpty() && menu->actions()[0]->text() == u"newer.json";
        });
        QVERIFY(recent != menus.end());
        QSignalSpy wanted(window.get(), &MainWindow::systemWanted);
        (*recent)->actions()[1]->trigger();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), u"/tmp/older.json"_s);
        window->acts().action(u"file.shop"_s)->trigger();
        QCOMPARE(wanted.back()[0].toString(), QString());
    }

    void whatWasAskedIsInTheNextWindowsHistory()
    {
        auto &window = *m_window;
        const auto press = [&](const QString &text) {
            for (auto *button : window->findChildren<QPushButton *>()) {
                if (button->text() == text)
                    button->click();
            }
        };
        const auto rows = [&] { return window->findChild<app::console::HistoryModel *>()->rowCount(); };
        QSignalSpy changed(window.get(), &MainWindow::workspaceChanged);
        press(u"Se&nd"_s);
        QVERIFY(changed.size() >= 1);
        const auto kept = window->workspace();
        QVERIFY(window.open({}, kept));
        QCOMPARE(rows(), 1);
        press(u"Forget all"_s);
        QVERIFY(window.open({}, window->workspace()));
        QCOMPARE(rows(), 0);
    }

    void theLayoutOfTheWindowIsReset()
    {
        auto &window = *m_window;
        QTest::keyClick(window.get(), Qt::Key_1, Qt::ControlModifier);
        QTest::keyClick(window.get(), Qt::Key_5, Qt::ControlModifier);
        window.mono().setTable(true);
        window->acts().action(u"layout.reset"_s)->trigger();
        QVERIFY(window.micro().isVisible() && window.mono().isVisible());
        QVERIFY(!window.mono().isTable());
        QCOMPARE(window->findChild<QTabWidget *>()->currentIndex(), 0);
    }

private:
    std::unique_ptr<tests::shell::QuietWindow> m_window;
};

QTEST_MAIN(TestMainWindowKept)
#include "tst_mainwindowkept.moc"
