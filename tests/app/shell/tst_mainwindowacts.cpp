// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/graphtable.h>
#include <app/inspector/inspectorpanel.h>
#include <app/shell/aboutbox.h>
#include <app/shell/actions.h>
#include <app/shell/finder.h>
#include <app/shell/firsthint.h>
#include <app/shell/mainwindow.h>
#include <app/shell/nodebar.h>
#include <app/shell/topbar.h>

#include <QApplication>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

#include <tests/support/shop.h>

using namespace Qt::StringLiterals;
using namespace app::shell;
using app::graph::GraphPane;
using app::graph::Target;
using model::layout::NodeKind;

// What a person can have done in the window, by whichever way; nothing runs behind it.
class TestMainWindowActs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<app::style::Appearance>(*qApp); }
    void cleanupTestCase() { m_appearance.reset(); }
    void init()
    {
        m_appearance->setMotion(app::style::Motion::Reduced); // there at once
        m_shop = std::make_unique<LiveShop>(LiveShop::Plan{m_system.system, m_system.shapes(), 60});
        m_window
            = std::make_unique<MainWindow>(*m_shop, *m_appearance, app::session::Settings(), m_workspace);
        m_window->QWidget::show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(!micro().view().scene().isEmpty());
    }
    void cleanup()
    {
        m_window.reset();
        m_shop.reset();
        m_workspace = {};
    }

    void everyActIsReachedByThePalette()
    {
        QStringList words;
        for (const auto &entry : m_window->acts().all())
            words << entry.words + u" | "_s + (entry.context.isEmpty() ? entry.group : entry.context);
        for (const auto &expected :
             {u"Crash Catalogue | Microservices"_s, u"Crash Shop | Monolith"_s,
              u"Orders: Cut off from Inventory | Microservices"_s,
              u"Payments: One instance more | Microservices"_s, u"Payments: Send a request | Microservices"_s,
              u"Dark | Look"_s, u"High contrast | Look"_s, u"Undo all faults | Load and faults"_s,
              u"Go to Messages | Go"_s, u"Tidy up | Picture"_s, u"Show messages | Picture"_s,
              u"Keys… | Help"_s, u"Presentation | Look"_s})
            QVERIFY2(words.contains(expected), qPrintable(expected));
        QVERIFY2(words.filter(u"Policies: "_s).size() >= 3, "the policies of all calls");
        QVERIFY2(words.filter(u"only this module"_s).size() > 10, "what can be done to one module");
    }

    void eachActOfTheMenusIsInThePaletteToo()
    {
        QSet<const QAction *> known;
        for (const auto &entry : m_window->acts().all())
            known.insert(entry.action.data());
        for (const auto *menu : {&m_window->findChild<TopBar *>()->viewMenu(), &micro().menu()}) {
            for (const auto *action : menu->actions())
                QVERIFY2(action->isSeparator() || action->menu() != nullptr || known.contains(action),
                         qPrintable(action->text()));
        }
    }

    void thePaletteDoesWhatIsTyped()
    {
        auto *finder = palette(Qt::Key_K);
        auto *line = finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"dark"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(m_appearance->theme().isDark());
        palette(Qt::Key_K);
        QCOMPARE(finder->model().at(0).words, u"✓ Dark"_s); // used last
        QTest::keyClicks(line, u"light"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(!m_appearance->theme().isDark());
        QCOMPARE(m_window->workspace().recentActs.mid(0, 2),
                 (QStringList{u"theme.light"_s, u"theme.dark"_s}));
    }

    void whatIsLookedForIsMarkedAndChosenInBothShapes()
    {
        auto *finder = palette(Qt::Key_F);
        auto *line = finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"charges"_s); // an endpoint of payments
        QVERIFY(finder->model().rowCount() >= 1);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(micro().view().selected(), (Target{{NodeKind::Unit, u"payments"_s}, {}}));
        QCOMPARE(mono().view().selected(), (Target{{NodeKind::Unit, u"shop"_s}, {{u"payments"_s}}}));
        palette(Qt::Key_F);
        QTest::keyClicks(line, m_system.system.topics.front().id.value);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(micro().view().selected()->node.kind, NodeKind::Topic);
    }

    void aMoveIsUndoneByKeysAndRemembered()
    {
        QSignalSpy changed(m_window.get(), &MainWindow::workspaceChanged);
        micro().view().choose({{NodeKind::Unit, u"cart"_s}, {}});
        micro().view().setFocus();
        QTest::keyClick(&micro().view(), Qt::Key_Right, Qt::AltModifier);
        QVERIFY(!micro().placement().isEmpty());
        QVERIFY(changed.size() >= 1);
        QVERIFY(m_window->workspace().placements.contains(u"shop/microservices"_s));
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(micro().placement().isEmpty());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!micro().placement().isEmpty());
        const auto kept = m_window->workspace();
        cleanup();
        m_workspace = kept;
        init();
        QCOMPARE(micro().placement(), kept.placements.value(u"shop/microservices"_s));
    }

    void theVerbsAreOnTheNode()
    {
        auto *bar = m_window->findChild<NodeBar *>();
        QVERIFY(!bar->isVisible());
        Q_EMIT micro().view().pointedAt(Target{{NodeKind::Unit, u"orders"_s}, {}},
                                        QRect(m_window->mapToGlobal(QPoint(600, 300)), QSize(110, 40)));
        QVERIFY(bar->isVisible());
        QStringList words;
        for (auto *button : bar->findChildren<QToolButton *>()) {
            if (button->isVisible())
                words << button->text();
        }
        for (const auto &verb :
             {u"Crash"_s, u"Restart"_s, u"Slow"_s, u"Fail"_s, u"Cut off"_s, u"−"_s, u"+"_s, u"Send…"_s})
            QVERIFY2(words.contains(verb), qPrintable(verb + u" in "_s + words.join(u", "_s)));
        Q_EMIT micro().view().pointedAt({}, {});
        QTRY_VERIFY(!bar->isVisible());
    }

    void theNodesMenuHasThemAll()
    {
        auto &view = micro().view();
        view.choose({{NodeKind::Unit, u"orders"_s}, {}});
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

    void presentationShowsPicturesAndJourneysOnly()
    {
        const double usual = QApplication::font().pointSizeF();
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QVERIFY(!m_window->findChild<TopBar *>()->isVisible());
        QVERIFY(!m_window->findChild<app::inspector::InspectorPanel *>()->isVisible());
        QVERIFY(micro().isVisible());
        QVERIFY(QApplication::font().pointSizeF() > 1.2 * usual);
        QVERIFY(m_window->isFullScreen());
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QVERIFY(m_window->findChild<TopBar *>()->isVisible());
        QCOMPARE(QApplication::font().pointSizeF(), usual);
        QVERIFY(!m_window->isFullScreen());
    }

    void theFirstHintNeverReturns()
    {
        auto *hint = m_window->findChild<FirstHint *>();
        QVERIFY(hint->isVisible());
        QTest::mouseClick(hint->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(!hint->isVisible());
        const auto kept = m_window->workspace();
        QVERIFY(kept.isHintRead);
        cleanup();
        m_workspace = kept;
        init();
        QVERIFY(!m_window->findChild<FirstHint *>()->isVisible());
    }

    void theFileOfASystemCanBeDropped()
    {
        QSignalSpy wanted(m_window.get(), &MainWindow::systemWanted);
        QMimeData picture;
        picture.setUrls({QUrl::fromLocalFile(u"/tmp/picture.png"_s)});
        QMimeData system;
        system.setUrls({QUrl::fromLocalFile(u"/tmp/system.json"_s)});
        for (auto *dropped : {&picture, &system}) {
            QDropEvent drop({100, 100}, Qt::CopyAction, dropped, Qt::LeftButton, {});
            QCoreApplication::sendEvent(m_window.get(), &drop);
        }
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), u"/tmp/system.json"_s);
    }

    void theLayoutOfTheWindowIsReset()
    {
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
        mono().setTable(true);
        m_window->acts().action(u"layout.reset"_s)->trigger();
        QVERIFY(micro().isVisible() && mono().isVisible());
        QVERIFY(!mono().isTable());
    }

    void theTableIsOneKeyAway()
    {
        micro().view().setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(micro().isTable());
        QVERIFY(micro().table().hasFocus());
        QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!micro().isTable());
    }

    void saysUnderWhichLicencesItIs()
    {
        m_window->acts().action(u"help.about"_s)->trigger();
        auto *about = m_window->findChild<AboutBox *>();
        QVERIFY(about != nullptr && about->isVisible());
        QTest::keyClick(about, Qt::Key_Escape);
        QTRY_VERIFY(m_window->findChild<AboutBox *>() == nullptr);
    }

private:
    GraphPane &pane(size_t units) const
    {
        for (auto *each : m_window->findChildren<GraphPane *>()) {
            if ((each->packaging().units.size() == 1) == (units == 1))
                return *each;
        }
        qFatal("No such pane");
    }
    GraphPane &micro() const { return pane(2); }
    GraphPane &mono() const { return pane(1); }
    Finder *palette(Qt::Key key)
    {
        QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
        auto *finder = m_window->findChild<Finder *>();
        if (!finder->isVisible())
            qFatal("The finder does not open");
        return finder;
    }

    tests::support::Shop m_system;
    app::session::Workspace m_workspace;
    std::unique_ptr<app::style::Appearance> m_appearance;
    std::unique_ptr<LiveShop> m_shop;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindowActs)
#include "tst_mainwindowacts.moc"
