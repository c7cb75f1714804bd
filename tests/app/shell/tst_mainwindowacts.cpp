// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/graph/graphtable.h>
#include <app/inspector/callpage.h>
#include <app/inspector/inspectorpanel.h>
#include <app/journeys/journeyspanel.h>
#include <app/shell/aboutbox.h>
#include <app/shell/actions.h>
#include <app/shell/finder.h>
#include <app/shell/keyboardhelp.h>
#include <app/shell/nodebar.h>
#include <app/shell/noticebar.h>
#include <app/shell/policymenu.h>
#include <app/shell/statusline.h>
#include <app/shell/topbar.h>

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

#include <tests/app/shell/quietwindow.h>
#include <tests/app/shell/savedialog.h>

using namespace Qt::StringLiterals;
using namespace app::shell;
using app::graph::Target;
using app::inspector::InspectorPanel;
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
        const auto words = wordsOfThePalette();
        for (const auto &expected :
             {u"Crash Catalogue | Microservices"_s,
              u"Crash Shop | Monolith"_s,
              u"Orders: Cut off from Inventory | Microservices"_s,
              u"Payments: One instance more | Microservices"_s,
              u"Payments: Send a request | Microservices"_s,
              u"Payments: Send a request | Monolith"_s,
              u"Dark | Theme"_s,
              u"High contrast | Theme"_s,
              u"Undo all faults | Load and faults"_s,
              u"Go to Messages | Go"_s,
              u"Tidy up | Picture"_s,
              u"Show messages | Picture"_s,
              u"Keyboard… | Help"_s,
              u"Presentation | Look"_s,
              u"Deutsch | Language, from the next start"_s,
              u"Check now | Books"_s,
              u"Back to now | Timeline"_s,
              u"Naive latency too | Timeline"_s,
              u"Export: Table (CSV) | Timeline"_s,
              u"Chart 2 shows: Customers waiting | Timeline"_s,
              u"Send | Requests"_s,
              u"Copy as curl | Requests"_s,
              u"Forget all | Requests"_s,
              u"Endpoint: Catalogue: GET /products | Requests"_s,
              u"Tab “Headers” | Requests"_s,
              u"Compare | Traces"_s,
              u"Hit by a fault | Traces"_s,
              u"Go to “Queues” | Messages"_s,
              u"Orders → Payments POST /charges: Circuit breaker | policy · Microservices"_s,
              u"Orders, all that it calls: Retry | policy · Monolith"_s,
              u"All calls: Timeout | policy · Microservices"_s,
              u"Payments: Load shedding | policy · Microservices"_s,
              u"All units: Ejection | policy · Monolith"_s,
              u"Payments: Autoscaler | Microservices"_s,
              u"Go to the calls Orders → Payments | Microservices"_s,
              u"Team Discovery | Go"_s,
              u"Follow one “Check out” | Monolith"_s})
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

    // What a panel offers and the palette does not would show here, whichever panel it is in.
    void eachControlOfThePanelsIsInThePaletteToo()
    {
        micro().view().choose(unit(u"orders"_s));
        auto *tabs = window()->findChild<QTabWidget *>();
        QStringList lacking;
        int found = 0;
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            const auto words = wordsOfThePalette();
            QStringList written;
            for (const auto *button : tabs->widget(tab)->findChildren<QAbstractButton *>()) {
                if (button->isVisible() && button->parent()->inherits("QTabBar") == false)
                    written << (button->accessibleName().isEmpty() ? button->text()
                                                                   : button->accessibleName());
            }
            for (const auto *box : tabs->widget(tab)->findChildren<QComboBox *>()) {
                for (int row = 0; box->isVisible() && row < box->count(); ++row)
                    written << box->itemText(row);
            }
            for (auto &text : written) {
                const QString name = text.remove(QRegularExpression(u"[&…▾]|^\\W+(?=\\w)"_s)).trimmed();
                if (words.filter(name).isEmpty())
                    lacking << name;
                ++found;
            }
        }
        QVERIFY2(lacking.isEmpty(), qPrintable(lacking.join(u", "_s)));
        QVERIFY2(found > 80, qPrintable(QString::number(found)));
    }

    // Some pages of the inspector are written once they are seen: until then they hold another unit's.
    void whatIsOnUnseenPagesOfTheInspectorIsInThePaletteToo()
    {
        auto *inspector = window()->findChild<InspectorPanel *>();
        auto *pages = inspector->findChild<QTabWidget *>();
        inspector->select(microservice(u"cart"_s));
        for (int page = pages->count() - 1; page >= 0; --page) // all have been seen
            pages->setCurrentIndex(page);
        inspector->select(microservice(u"orders"_s));
        const auto words = wordsOfThePalette().filter(u"Inspector"_s);
        for (const auto &act : {u"Policies of the calls Orders → Payments"_s, u"Team Checkout"_s})
            QVERIFY2(words.contains(act + u" | Inspector"_s), qPrintable(words.join(u'\n')));
        QVERIFY(!words.contains(u"Policies of the calls Cart → Catalogue | Inspector"_s));
        actCalled(u"Policies of the calls Orders → Payments"_s)->trigger();
        QVERIFY(inspector->findChild<app::inspector::CallPage *>()->isVisible());
        inspector->select(microservice(u"orders"_s));
        QSignalSpy policies(inspector, &InspectorPanel::policiesWanted);
        actCalled(u"Policies of all that it calls, declared: "_s)->trigger();
        QVERIFY(!policies.isEmpty());
        pages->setCurrentIndex(0);
    }

    void anActOfWhatGoesWhenItsPageIsSeenDoesNothing()
    {
        auto *inspector = window()->findChild<InspectorPanel *>();
        auto *pages = inspector->findChild<QTabWidget *>();
        pages->setCurrentIndex(0);
        inspector->select(microservice(u"cart"_s));
        auto *act = actCalled(u"Policies of the calls Cart → Catalogue"_s);
        inspector->select(microservice(u"orders"_s));
        act->trigger();
        QVERIFY(pages->currentIndex() != 0); // and makes its calls anew
        QVERIFY(!inspector->findChild<app::inspector::CallPage *>()->isVisible());
        pages->setCurrentIndex(0);
    }

    void eachActOfThePaletteHasWordsOfItsOwn()
    {
        micro().view().choose(unit(u"orders"_s));
        auto words = wordsOfThePalette();
        words.sort();
        QStringList alike;
        for (qsizetype at = 0; at < words.size(); ++at) {
            if (words[at].startsWith(u": "_s) || words[at].startsWith(u" |"_s)
                || (at > 0 && words[at] == words[at - 1]))
                alike << words[at];
        }
        QVERIFY2(alike.isEmpty(), qPrintable(alike.join(u"\n"_s)));
    }

    void eachActHasAnIdOfItsOwn()
    {
        micro().view().choose(unit(u"orders"_s));
        for (int time = 0; time < 2; ++time) { // menus of panels stay, other controls are listed anew
            QSet<QString> ids;
            for (const auto &entry : window()->acts().all()) {
                QVERIFY2(!ids.contains(entry.id), qPrintable(entry.id));
                ids.insert(entry.id);
                QCOMPARE(window()->acts().action(entry.id), entry.action.data());
            }
            QVERIFY(ids.size() > 500);
        }
        for (const auto &pane : {u"panel/app::graph::GraphPane/"_s, u"panel/app::graph::GraphPane (2)/"_s})
            QVERIFY2(!idsOfPanels().filter(pane).isEmpty(), qPrintable(idsOfPanels().join(u'\n')));
    }

    void otherWordsFindTheSameActs_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first");
        QTest::newRow("double") << u"double cart micro"_s << u"Cart: One instance more"_s;
        QTest::newRow("scale") << u"scale cart micro"_s << u"Cart: One instance more"_s;
        QTest::newRow("explain") << u"explain check micro"_s << u"Follow one “Check out”"_s;
        QTest::newRow("story") << u"story check mono"_s << u"Follow one “Check out”"_s;
        QTest::newRow("night") << u"night"_s << u"Dark"_s;
        QTest::newRow("dark") << u"dark"_s << u"Dark"_s;
        QTest::newRow("undo") << u"undo all"_s << u"Undo all faults"_s;
        QTest::newRow("heal") << u"heal all"_s << u"Undo all faults"_s;
        QTest::newRow("kill") << u"kill"_s << u"Break something"_s;
        QTest::newRow("zoom") << u"zoom in"_s << u"Nearer"_s;
    }
    void otherWordsFindTheSameActs()
    {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        auto *finder = palette(Qt::Key_K);
        QTest::keyClicks(finder->findChild<QLineEdit *>(), typed);
        QVERIFY(finder->model().rowCount() > 0);
        QString words = finder->model().at(0).words;
        QCOMPARE(words.remove(u"✓ "_s), first);
    }

    void compareFindsEachWayToCompare()
    {
        auto *finder = palette(Qt::Key_K);
        QTest::keyClicks(finder->findChild<QLineEdit *>(), u"compare"_s);
        QStringList found;
        for (int row = 0; row < finder->model().rowCount(); ++row)
            found << finder->model().at(row).words;
        for (const auto &way : {u"Compare"_s, u"Show both shapes side by side"_s, u"Go to Traces"_s})
            QVERIFY2(found.contains(way), qPrintable(found.join(u'\n')));
    }

    // Each word of each act, alone, and what is within it: whoever types it and presses Enter breaks nothing
    // that he has not named.
    void nothingHarmfulIsFirstByChance()
    {
        micro().view().choose(unit(u"orders"_s));
        QSet<QString> queries{{}, u"kill"_s, u"stop"_s, u"the"_s, u"a"_s, u"e"_s, u"it"_s, u"now"_s};
        size_t harmful = 0;
        static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
        for (const auto &entry : window()->acts().all()) {
            harmful += entry.isHarmful ? 1 : 0;
            const QString all = u"%1 %2 %3"_s.arg(entry.words, entry.context, entry.group).toLower();
            for (const auto &word : all.split(between, Qt::SkipEmptyParts))
                queries << word << word.mid(1, 3);
        }
        QVERIFY(harmful > 50);
        QVERIFY(queries.size() > 200);
        auto *finder = palette(Qt::Key_K);
        auto *line = finder->findChild<QLineEdit *>();
        auto *list = finder->findChild<QListView *>();
        for (const auto &query : queries) {
            line->setText(query);
            if (!list->currentIndex().isValid())
                continue; // Enter does nothing
            QCOMPARE(list->currentIndex().row(), 0);
            const auto &first = finder->model().at(0);
            QVERIFY2(!first.isHarmful || isNamed(query, first.words),
                     qPrintable(query + u": "_s + first.words));
        }
    }

    void anActOfAHiddenPageBringsItToTheFront()
    {
        auto *finder = palette(Qt::Key_K);
        auto *line = finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"naive latency"_s);
        QTest::keyClick(line, Qt::Key_Return);
        auto *tabs = window()->findChild<QTabWidget *>();
        tabs->setCurrentIndex(3);
        palette(Qt::Key_K);
        QVERIFY2(finder->model().at(0).words == u"✓ Naive latency too"_s, "used last, and it is on");
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(tabs->currentIndex(), 0);
        palette(Qt::Key_K);
        QTest::keyClicks(line, u"tab headers"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(window()->settings().tab, u"requests"_s);
        palette(Qt::Key_K);
        QTest::keyClicks(line, u"endpoint stock product"_s);
        QTest::keyClick(line, Qt::Key_Return);
        bool isChosen = false;
        for (const auto *box : window()->findChildren<QComboBox *>())
            isChosen = isChosen || box->currentText().endsWith(u"GET /stock/{product}"_s);
        QVERIFY(isChosen);
        palette(Qt::Key_K);
        QTest::keyClicks(line, u"go to seconds to wait"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Seconds to wait at most"_s);
    }

    void theCallsOfATeamAndTheirPoliciesAreALineAway()
    {
        auto *finder = palette(Qt::Key_K);
        auto *line = finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"orders payments charges breaker micro"_s);
        QCOMPARE(finder->model().at(0).words, u"Orders → Payments POST /charges: Circuit breaker"_s);
        QTest::keyClick(line, Qt::Key_Return);
        palette(Qt::Key_K);
        QCOMPARE(finder->model().at(0).words, u"✓ Orders → Payments POST /charges: Circuit breaker"_s);
        QTest::keyClicks(line, u"all calls breaker micro"_s);
        QCOMPARE(finder->model().at(0).words, u"All calls: Circuit breaker"_s); // not all have one
        QTest::keyClick(line, Qt::Key_Return);
        palette(Qt::Key_K);
        QCOMPARE(finder->model().at(0).words, u"✓ All calls: Circuit breaker"_s);
        QTest::keyClicks(line, u"orders catalogue"_s);
        QTest::keyClick(line, Qt::Key_Escape);
        palette(Qt::Key_K);
        QTest::keyClicks(line, u"team discovery"_s);
        QTest::keyClick(line, Qt::Key_Return);
        auto *inspector = window()->findChild<app::inspector::InspectorPanel *>();
        bool isTold = false;
        for (const auto *label : inspector->findChildren<QLabel *>())
            isTold = isTold || (label->isVisible() && label->text().contains(u"Discovery"_s));
        QVERIFY(isTold);
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
        const auto shortcuts = window()->findChildren<QShortcut *>();
        for (const auto *shortcut : shortcuts)
            QVERIFY(shortcut->context() == Qt::WidgetShortcut
                    || take(shortcut->key(), shortcut->whatsThis()));
        QSet<std::pair<QObject *, QKeySequence>> takenInside; // tables have the same, each its own
        for (const auto *shortcut : shortcuts) {
            if (shortcut->context() != Qt::WidgetShortcut)
                continue;
            const std::pair inside(shortcut->parent(), shortcut->key());
            QVERIFY2(!taken.contains(shortcut->key()) && !takenInside.contains(inside),
                     qPrintable(shortcut->whatsThis()));
            takenInside.insert(inside);
        }
        QVERIFY(takenInside.size() > 8);
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
        for (const auto &key : {u"Ctrl+K"_s, u"Ctrl+F"_s, u"F11"_s, u"Ctrl+7"_s, u"Ctrl+Z"_s,
                                u"Left, Right"_s, u"Ctrl+Return"_s})
            QVERIFY2(words.contains(key), qPrintable(key));
        const QString all = words.join(u'\n');
        for (const auto *action : window()->findChildren<QAction *>()) {
            for (const auto &keys : action->shortcuts())
                QVERIFY2(all.contains(keys.toString(QKeySequence::NativeText)), qPrintable(action->text()));
        }
        for (const auto *shortcut : window()->findChildren<QShortcut *>()) {
            QVERIFY2(words.contains(shortcut->key().toString(QKeySequence::NativeText)),
                     qPrintable(shortcut->key().toString()));
            QVERIFY2(!shortcut->whatsThis().isEmpty() && words.contains(shortcut->whatsThis()),
                     qPrintable(shortcut->key().toString()));
        }
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

    void theBarsMenuIsThatOfItsNodeWhicheverPictureHasTheFocus()
    {
        auto *bar = window()->findChild<NodeBar *>();
        const auto &view = micro().view();
        moveTo(view.transform().map(view.scene().boxOf(unit(u"cart"_s)).center()));
        QTRY_VERIFY(bar->isVisible());
        mono().takeFocus(); // it has no such unit
        Q_EMIT bar->moreWanted(bar->mapToGlobal(QPoint()));
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr && actsOf(*menu).size() > 8);
        menu->close();
        moveTo({2, 2});
    }

    void theBarIsReachedByTheMouseAndGoesWithIt()
    {
        auto *bar = window()->findChild<NodeBar *>();
        const auto &view = micro().view();
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
        auto *bar = window()->findChild<NodeBar *>();
        auto &view = micro().view();
        moveTo(view.transform().map(view.scene().boxOf(unit(u"cart"_s)).center()));
        QTRY_VERIFY(bar->isVisible());
        view.zoomBy(1.5);
        QVERIFY(!bar->isVisible()); // what is below the mouse now is another thing
        view.goHome();
    }

    void theBarGoesWithItsPicture()
    {
        auto *bar = window()->findChild<NodeBar *>();
        const auto &view = micro().view();
        moveTo(view.transform().map(view.scene().boxOf(unit(u"cart"_s)).center()));
        QTRY_VERIFY(bar->isVisible());
        micro().setTable(true);
        QVERIFY(!bar->isVisible()); // though the mouse is where the node was
        micro().setTable(false);
    }

    void theBarTouchesItsNodeWhereverItGoes()
    {
        auto *bar = window()->findChild<NodeBar *>();
        const auto &view = micro().view();
        for (const auto &name : {u"storefront"_s, u"orders"_s, u"shipping"_s}) {
            const QRect node = view.onScreen(unit(name));
            moveTo(view.mapFromGlobal(node.center()));
            QTRY_VERIFY(bar->isVisible() && bar->isOn(node));
            const QRect covered(bar->mapToGlobal(QPoint()), bar->size());
            QVERIFY2(covered.adjusted(-3, -3, 3, 3).intersects(node), qPrintable(name));
            QVERIFY2(window()->rect().contains(bar->geometry()), qPrintable(name));
        }
        moveTo({2, 2});
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

    void thePictureIsExportedAsItIsShown_data()
    {
        QTest::addColumn<Qt::Key>("shape");
        QTest::addColumn<QStringList>("shapes");
        QTest::newRow("both beside each other")
            << Qt::Key_2 << QStringList{u"Monolith"_s, u"Microservices"_s};
        QTest::newRow("one of them") << Qt::Key_3 << QStringList{u"Microservices"_s};
    }
    void thePictureIsExportedAsItIsShown()
    {
        QFETCH(const Qt::Key, shape);
        QFETCH(const QStringList, shapes);
        QTest::keyClick(window().get(), shape, Qt::ControlModifier);
        micro().view().zoomBy(4); // of which a part is seen
        const QTemporaryDir folder;
        const QString drawing = folder.filePath(u"shop.svg"_s);
        QTest::keyClick(window().get(), Qt::Key_E, Qt::ControlModifier);
        saveAs(drawing);
        QTRY_VERIFY(says(drawing));
        QFile file(drawing);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString svg = QString::fromUtf8(file.readAll());
        for (const auto &title : {u"Monolith"_s, u"Microservices"_s})
            QCOMPARE(svg.contains(u">%1</text>"_s.arg(title)), shapes.contains(title));
        for (const auto &each : micro().packaging().units)
            QVERIFY2(svg.contains(u">%1</text>"_s.arg(each.title)), qPrintable(each.title));
        const QString picture = folder.filePath(u"shop.png"_s);
        const QSizeF whole = 2 * micro().view().scene().layout().size;
        window()->acts().action(u"picture.export"_s)->trigger();
        saveAs(picture);
        QTRY_VERIFY(says(picture));
        const QImage image(picture);
        QVERIFY(image.width() > whole.width() && image.height() > whole.height());
    }

    void aPictureThatCannotBeWrittenIsSaidWithAReason()
    {
        window()->acts().action(u"picture.export"_s)->trigger();
        saveAs(u"/nowhere/at/all/shop.png"_s);
        auto *notice = window()->findChild<NoticeBar *>();
        QTRY_VERIFY(notice->isVisible());
        const QString words = notice->findChild<QLabel *>()->text();
        QVERIFY2(words.contains(u"/nowhere/at/all/shop.png"_s) && words.contains(u"No such file"_s)
                     && words.contains(u"Choose another place"_s),
                 qPrintable(words));
        QTest::mouseClick(notice->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(!notice->isVisible());
    }

    void aTimeLineThatIsWrittenWarnsOfNothing()
    {
        const QTemporaryDir folder;
        const QString table = folder.filePath(u"timeline.csv"_s);
        auto *finder = palette(Qt::Key_K);
        auto *line = finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"export table csv"_s);
        QTest::keyClick(line, Qt::Key_Return);
        saveAs(table);
        QTRY_VERIFY(says(table));
        QVERIFY(QFileInfo(table).size() > 0);
        QVERIFY(!window()->findChild<NoticeBar *>()->isVisible());
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
    QStringList wordsOfThePalette() const
    {
        QStringList words;
        for (const auto &entry : window()->acts().all())
            words << entry.words + u" | "_s + (entry.context.isEmpty() ? entry.group : entry.context);
        return words;
    }
    // The last whose words begin so.
    QAction *actCalled(const QString &words) const
    {
        QAction *found = nullptr;
        for (const auto &entry : window()->acts().all())
            found = entry.words.startsWith(words) ? entry.action.data() : found;
        if (found == nullptr)
            qFatal("no act %s", qPrintable(words));
        return found;
    }
    static app::inspector::Subject microservice(const QString &name)
    {
        return {1, {name}, model::system::CapabilityId{name}};
    }
    QStringList idsOfPanels() const
    {
        QStringList ids;
        for (const auto &entry : window()->acts().all()) {
            if (entry.id.startsWith(u"panel/"_s))
                ids << entry.id;
        }
        return ids;
    }
    // Whether each letter is next to the one before, or begins a word: "crcat" of "Crash Catalogue".
    static bool isNamed(const QString &query, const QString &words)
    {
        const QString beginning = u"(?<![\\p{L}\\p{N}])"_s;
        QStringList letters;
        for (const QChar letter : query)
            letters << QRegularExpression::escape(QString(letter));
        return !query.isEmpty()
            && words.contains(QRegularExpression(beginning + letters.join(u"(?:|.*"_s + beginning + u')'),
                                                 QRegularExpression::CaseInsensitiveOption));
    }
    app::graph::GraphPane &micro() const { return m_window->micro(); }
    app::graph::GraphPane &mono() const { return m_window->mono(); }
    void saveAs(const QString &path) const { tests::shell::saveAs(*window().get(), path); }
    // In the line below everything.
    bool says(const QString &words) const
    {
        const auto labels = window()->findChild<StatusLine *>()->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel *label) { return label->text().contains(words); });
    }
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
