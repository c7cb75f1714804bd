// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/graphtable.h>
#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>
#include <app/shell/aboutbox.h>
#include <app/shell/actions.h>
#include <app/shell/finder.h>
#include <app/shell/keyboardhelp.h>
#include <app/shell/nodebar.h>
#include <app/shell/policymenu.h>
#include <app/shell/topbar.h>

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QShortcut>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

#include <tests/app/shell/quietwindow.h>

using namespace Qt::StringLiterals;
using namespace app::shell;
using app::graph::Target;
using model::layout::NodeKind;

namespace {

Target unit(const QString &name)
{
    return {{NodeKind::Unit, name}, {}};
}

// All acts of the menu and of those in it, but for headings.
QList<const QAction *> actsOf(const QMenu &menu)
{
    QList<const QAction *> acts;
    for (const auto *action : menu.actions()) {
        if (action->menu() != nullptr)
            acts << actsOf(*action->menu());
        else if (!action->isSeparator() && action->isEnabled())
            acts << action;
    }
    return acts;
}

} // namespace

// What a person can have done in the window, by whichever way.
class TestMainWindowActs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_window = std::make_unique<tests::shell::QuietWindow>();
        QVERIFY(window().open());
    }
    // The same window for the next one.
    void cleanup()
    {
        window()->findChild<Finder *>()->hide();
        window()->acts().action(u"layout.reset"_s)->trigger();
        micro().view().setSelected({});
        mono().view().setSelected({});
        window()->activateWindow(); // after a dialog
        QVERIFY(QTest::qWaitForWindowActive(window().get()));
    }
    void cleanupTestCase() { m_window.reset(); }

    void everyActIsReachedByThePalette()
    {
        QStringList words;
        for (const auto &entry : window()->acts().all())
            words << entry.words + u" | "_s + (entry.context.isEmpty() ? entry.group : entry.context);
        for (const auto &expected :
             {u"Crash Catalogue | Microservices"_s, u"Crash Shop | Monolith"_s,
              u"Orders: Cut off from Inventory | Microservices"_s,
              u"Payments: One instance more | Microservices"_s, u"Payments: Send a request | Microservices"_s,
              u"Payments: Send a request | Monolith"_s, u"Dark | Theme"_s, u"High contrast | Theme"_s,
              u"Undo all faults | Load and faults"_s, u"Go to Messages | Go"_s, u"Tidy up | Picture"_s,
              u"Show messages | Picture"_s, u"Keyboard… | Help"_s, u"Presentation | Look"_s,
              u"Deutsch | Language, from the next start"_s, u"Check the books now | Books"_s})
            QVERIFY2(words.contains(expected), qPrintable(expected));
        QVERIFY2(words.filter(u"Policies: "_s).size() >= 3, "the policies of all calls");
        QVERIFY2(words.filter(u"only this module"_s).size() > 10, "what can be done to one module");
    }

    void eachActOfTheMenusIsInThePaletteToo()
    {
        auto *top = window()->findChild<TopBar *>();
        Q_EMIT top->breakMenu().aboutToShow(); // which fills it
        for (auto *inside : top->breakMenu().findChildren<QMenu *>())
            Q_EMIT inside->aboutToShow();
        QSet<const QAction *> known;
        for (const auto &entry : window()->acts().all())
            known.insert(entry.action.data());
        for (const auto *menu : {&top->viewMenu(), &top->breakMenu(),
                                 static_cast<QMenu *>(top->policyMenu().menu()), &micro().menu()}) {
            const auto acts = actsOf(*menu);
            QVERIFY(acts.size() >= 3);
            for (const auto *action : acts)
                QVERIFY2(known.contains(action), qPrintable(action->text()));
        }
    }

    void noKeysMeanTwoThings()
    {
        QHash<QKeySequence, QString> taken;
        const auto take = [&](const QKeySequence &keys, const QString &words) {
            if (!keys.isEmpty() && taken.contains(keys))
                qWarning("%s: %s and %s", qPrintable(keys.toString()), qPrintable(words),
                         qPrintable(taken[keys]));
            const bool isFree = keys.isEmpty() || !taken.contains(keys);
            taken[keys] = words;
            return isFree;
        };
        for (const auto &entry : window()->acts().all()) {
            for (const auto &keys : entry.action->shortcuts())
                QVERIFY(take(keys, entry.words));
        }
        QVERIFY(taken.size() > 15);
        QSet<const QAction *> known;
        for (const auto &entry : window()->acts().all())
            known.insert(entry.action.data());
        for (const auto *action : window()->findChildren<QAction *>()) { // nor does anything else take them
            for (const auto &keys : action->shortcuts())
                QVERIFY(known.contains(action) || take(keys, action->text()));
        }
        for (const auto *shortcut : window()->findChildren<QShortcut *>())
            QVERIFY(take(shortcut->key(), u"a shortcut"_s));
    }

    void noLetterOfTheViewMenuMeansTwoThings()
    {
        QHash<QChar, QString> taken;
        for (const auto *action : window()->findChild<TopBar *>()->viewMenu().actions()) {
            const auto at = action->text().indexOf(u'&');
            if (action->isSeparator())
                continue;
            QVERIFY2(at >= 0, qPrintable(action->text()));
            const QChar letter = action->text()[at + 1].toLower();
            QVERIFY2(!taken.contains(letter), qPrintable(action->text() + u" and "_s + taken[letter]));
            taken[letter] = action->text();
        }
    }

    void theListOfKeysKnowsThePalette()
    {
        QTest::keyClick(window().get(), Qt::Key_F1);
        auto *help = window()->findChild<KeyboardHelp *>();
        QVERIFY(help != nullptr && help->isVisible());
        QStringList words;
        for (auto *label : help->findChildren<QLabel *>())
            words << label->text();
        for (const auto &key :
             {u"Ctrl+K"_s, u"Ctrl+F"_s, u"F11"_s, u"Ctrl+7"_s, u"Ctrl+Z"_s, u"Left, Right"_s})
            QVERIFY2(words.contains(key), qPrintable(key));
        QTest::keyClick(help, Qt::Key_Escape);
        QTRY_VERIFY(window()->findChild<KeyboardHelp *>() == nullptr);
    }

    void thePaletteDoesWhatIsTyped()
    {
        auto *finder = palette(Qt::Key_K);
        auto *line = finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"theme dark"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(window().appearance().theme().isDark());
        palette(Qt::Key_K);
        QCOMPARE(finder->model().at(0).words, u"✓ Dark"_s); // used last
        QTest::keyClicks(line, u"light"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(!window().appearance().theme().isDark());
        QCOMPARE(window()->workspace().recentActs.mid(0, 2),
                 (QStringList{u"theme.light"_s, u"theme.dark"_s}));
    }

    void thePaletteIsChosenFromByTheMouseToo()
    {
        auto *finder = palette(Qt::Key_K);
        QTest::keyClicks(finder->findChild<QLineEdit *>(), u"go to capacity"_s);
        auto *list = finder->findChild<QListView *>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(finder->model().index(0)).center());
        QVERIFY(!finder->isVisible());
        QCOMPARE(window()->settings().tab, u"capacity"_s);
    }

    void whatIsLookedForIsMarkedAndChosenInBothShapes()
    {
        auto *finder = palette(Qt::Key_F);
        auto *line = finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"charges"_s); // of payments
        QVERIFY(finder->model().rowCount() >= 1);
        const Target module{{NodeKind::Unit, u"shop"_s}, {{u"payments"_s}}};
        QVERIFY(micro().view().found().front() == unit(u"payments"_s));
        QVERIFY(mono().view().found().front() == module);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(micro().view().selected() == unit(u"payments"_s));
        QVERIFY(mono().view().selected() == module);
        QVERIFY(micro().view().found().empty() && mono().view().found().empty());
        palette(Qt::Key_F);
        QTest::keyClicks(line, window().system().topics.front().id.value);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(micro().view().selected()->node.kind, NodeKind::Topic);
    }

    void aJourneyIsFoundWithWhoServesIt()
    {
        auto *finder = palette(Qt::Key_F);
        auto *line = finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"check out journey"_s);
        QCOMPARE(finder->model().at(0).words, u"Check out"_s);
        for (const auto &server : {u"storefront"_s, u"orders"_s, u"payments"_s, u"inventory"_s})
            QVERIFY2(micro().view().found().end() != std::ranges::find(micro().view().found(), unit(server)),
                     qPrintable(server));
        QTest::keyClick(line, Qt::Key_Return);
        auto *table = window()->findChild<app::journeys::JourneysPanel *>()->findChild<QTableView *>();
        QVERIFY(table->hasFocus());
        QCOMPARE(table->currentIndex().siblingAtColumn(0).data().toString(), u"Check out"_s);
    }

    void theVerbsAreOnTheNodeUnderTheMouse()
    {
        auto *bar = window()->findChild<NodeBar *>();
        auto &view = micro().view();
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
        QVERIFY(window()->rect().contains(bar->geometry()));
        QTest::mouseClick(more, Qt::LeftButton);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr && actsOf(*menu).size() > 8);
        menu->close();
        QVERIFY(!bar->isVisible());
    }

    void theBarGoesWithTheMouse()
    {
        auto *bar = window()->findChild<NodeBar *>();
        const auto &view = micro().view();
        moveTo(view.transform().map(view.scene().boxOf(unit(u"cart"_s)).center()));
        QTRY_VERIFY(bar->isVisible());
        moveTo({2, 2}); // where nothing is
        QTRY_VERIFY(!bar->isVisible());
    }

    void theNodesMenuHasThemAll()
    {
        auto &view = micro().view();
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

    void presentationShowsPicturesAndJourneysOnly()
    {
        const double usual = QApplication::font().pointSizeF();
        auto *journeys = window()->findChild<app::journeys::JourneysPanel *>();
        QCoreApplication::processEvents();
        const int least = journeys->minimumWidth();
        for (const auto end : {Qt::Key_F11, Qt::Key_Escape}) {
            QTest::keyClick(window().get(), Qt::Key_F11);
            QVERIFY(!window()->findChild<TopBar *>()->isVisible());
            QVERIFY(!window()->findChild<app::inspector::InspectorPanel *>()->isVisible());
            QVERIFY(micro().isVisible());
            QVERIFY(QApplication::font().pointSizeF() > 1.2 * usual);
            QVERIFY(window()->isFullScreen());
            QTest::keyClick(QApplication::focusWidget(), end);
            QVERIFY(window()->findChild<TopBar *>()->isVisible());
            QCOMPARE(QApplication::font().pointSizeF(), usual);
            QVERIFY(!window()->isFullScreen());
            QTRY_COMPARE(journeys->minimumWidth(), least);
        }
    }

    void theTableIsOneKeyAway()
    {
        micro().view().setFocus();
        QTest::keyClick(window().get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(micro().isTable());
        QVERIFY(micro().table().hasFocus());
        QTest::keyClick(window().get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!micro().isTable());
    }

    void theNeighbourhoodOfTheSelectedNodeIsSeen()
    {
        micro().view().choose(unit(u"payments"_s));
        window()->acts().action(u"picture.focus"_s)->trigger();
        QVERIFY(micro().view().focused() == unit(u"payments"_s).node);
        window()->acts().action(u"picture.focus"_s)->trigger();
        QVERIFY(!micro().view().focused().has_value());
    }

    void saysUnderWhichLicencesItIs()
    {
        window()->acts().action(u"help.about"_s)->trigger();
        auto *about = window()->findChild<AboutBox *>();
        QVERIFY(about != nullptr && about->isVisible());
        QTest::keyClick(about, Qt::Key_Escape);
        QTRY_VERIFY(window()->findChild<AboutBox *>() == nullptr);
    }

private:
    tests::shell::QuietWindow &window() const { return *m_window; }
    app::graph::GraphPane &micro() const { return m_window->micro(); }
    app::graph::GraphPane &mono() const { return m_window->mono(); }
    // The mouse, in the picture of the microservices, which may reach beyond this small screen.
    void moveTo(QPointF place)
    {
        QMouseEvent move(QEvent::MouseMove, place, micro().view().mapToGlobal(place), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&micro().view(), &move);
    }
    Finder *palette(Qt::Key key)
    {
        window()->activateWindow(); // shortcuts are those of the active window
        if (!QTest::qWaitForWindowActive(window().get()))
            qFatal("The window does not become active");
        QTest::keyClick(window().get(), key, Qt::ControlModifier);
        auto *finder = window()->findChild<Finder *>();
        if (!finder->isVisible())
            qFatal("The finder does not open");
        return finder;
    }

    std::unique_ptr<tests::shell::QuietWindow> m_window;
};

QTEST_MAIN(TestMainWindowActs)
#include "tst_mainwindowacts.moc"
