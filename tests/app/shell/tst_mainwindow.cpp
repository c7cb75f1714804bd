// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/charts/capacitypanel.h>
#include <app/charts/timelinepanel.h>
#include <app/graph/followlight.h>
#include <app/journeys/journeyspanel.h>
#include <app/messages/messagespanel.h>
#include <app/sagas/sagapanel.h>
#include <app/sagas/storymodel.h>
#include <app/shell/forcechip.h>
#include <app/shell/keyboardhelp.h>
#include <app/shell/mainwindow.h>
#include <app/shell/noticebar.h>
#include <app/traces/tracespanel.h>

#include <QAccessible>
#include <QActionGroup>
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSlider>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <tests/app/shell/letters.h>
#include <tests/support/shop.h>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace app::shell;
using services::platform::Snapshot;

namespace {

LiveShop::Plan plan()
{
    const tests::support::Shop shop;
    return {shop.system, shop.shapes(), 60};
}

bool takesTab(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0
        && widget->focusProxy() == nullptr;
}

QString nameOf(QWidget *widget)
{
    auto *accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible == nullptr ? QString() : accessible->text(QAccessible::Name);
}

} // namespace

// The real window; with the shops behind it where a test starts them.
class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_appearance = std::make_unique<app::style::Appearance>(*qApp); }
    void cleanupTestCase() { m_appearance.reset(); }

    void cleanup()
    {
        m_window.reset();
        m_shop.reset();
    }

    void isNoLargerThanTheScreenBeforeItIsShown()
    {
        m_shop = std::make_unique<LiveShop>(plan());
        m_window = std::make_unique<MainWindow>(*m_shop, *m_appearance, app::session::Settings());
        const QSize room = m_window->screen()->availableSize(); // less than it would like to have
        QVERIFY(room.width() < 1440 && room.height() < 900);
        QVERIFY(m_window->height() < room.height());
        QCOMPARE(m_window->width(), std::max(m_window->minimumWidth(), room.width() - 16));
        QVERIFY(m_window->isMaximized());
    }

    void showsOneShapeOrBoth()
    {
        open();
        const auto panes = this->panes();
        QCOMPARE(panes.size(), size_t(2));
        const std::pair<Qt::Key, std::pair<bool, bool>> keys[]
            = {{Qt::Key_1, {true, false}}, {Qt::Key_2, {true, true}}, {Qt::Key_3, {false, true}}};
        for (const auto &[key, visible] : keys) {
            QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
            QCOMPARE(panes[0]->isVisible(), visible.first);
            QCOMPARE(panes[1]->isVisible(), visible.second);
        }
    }

    void opensInEachAppearance()
    {
        using app::style::Preference;
        for (const auto preference :
             {Preference::HighContrast, Preference::Dark, Preference::Light, Preference::System}) {
            m_appearance->setPreference(preference);
            open();
            const auto actions = m_window->findChildren<QAction *>();
            const auto chosen = std::ranges::count_if(actions, [](const QAction *action) {
                return action->isChecked() && action->actionGroup() != nullptr;
            });
            QVERIFY(chosen >= 2); // it, and a language
            cleanup();
        }
    }

    void everythingIsReachedByTabAndHasAName()
    {
        open();
        QTRY_VERIFY_WITH_TIMEOUT(!panes()[1]->view().scene().isEmpty(), 60'000);
        QSet<QWidget *> expected;
        for (auto *widget : m_window->findChildren<QWidget *>()) {
            if (takesTab(widget))
                expected.insert(widget);
        }
        QVERIFY(expected.size() > 8);
        QSet<QWidget *> reached;
        for (int presses = 0; presses < 4 * expected.size(); ++presses) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached.insert(QApplication::focusWidget());
        }
        for (auto *widget : expected) {
            const QString words
                = u"%1 '%2'"_s.arg(QString::fromLatin1(widget->metaObject()->className()), nameOf(widget));
            const bool inGroup = qobject_cast<QAbstractButton *>(widget) != nullptr
                && static_cast<QAbstractButton *>(widget)->group() != nullptr; // reached by arrow keys
            QVERIFY2(reached.contains(widget) || inGroup, qPrintable(words));
            QVERIFY2(!nameOf(widget).isEmpty(), qPrintable(words));
        }
    }

    void noLetterMeansTwoThings()
    {
        open();
        auto *tabs = m_window->findChild<QTabWidget *>();
        tabs->setCurrentIndex(2);
        auto &view = panes()[1]->view();
        QTRY_VERIFY_WITH_TIMEOUT(!view.scene().isEmpty(), 60'000);
        view.choose(view.scene().targets().front()); // the inspector shows its verbs
        const auto letters = tests::shell::lettersOf(*m_window);
        QCOMPARE(letters.shared, QStringList());
        QVERIFY2(letters.taken.size() > 12, qPrintable(letters.taken.values().join(u", "_s)));
    }

    void listsItsKeys()
    {
        open();
        QTest::keyClick(m_window.get(), Qt::Key_F1);
        auto *help = m_window->findChild<KeyboardHelp *>();
        QVERIFY(help != nullptr && help->isVisible());
        QStringList words;
        for (auto *label : help->findChildren<QLabel *>())
            words << label->text();
        for (const auto &key : {u"F1 or ?"_s, u"Ctrl+1"_s, u"Ctrl+B"_s, u"Ctrl+Q"_s, u"F6"_s, u"Arrows"_s})
            QVERIFY2(words.contains(key), qPrintable(key));
        QTest::keyClick(help, Qt::Key_Escape);
        QTRY_VERIFY(m_window->findChild<KeyboardHelp *>() == nullptr);
    }

    void goesFromPanelToPanel()
    {
        open();
        const auto panes = this->panes();
        panes[0]->view().setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(panes[1]->view().hasFocus());
        const auto *start = QApplication::focusWidget();
        int steps = 0;
        do {
            QTest::keyClick(m_window.get(), Qt::Key_F6);
        } while (QApplication::focusWidget() != start && ++steps < 10);
        QVERIFY(steps >= 3 && steps < 10);
    }

    void aNoticeStaysUntilItIsPutAway()
    {
        open();
        auto *bar = m_window->findChild<NoticeBar *>();
        QVERIFY(!bar->isVisible());
        m_window->showNotice(u"The settings file was damaged."_s);
        QVERIFY(bar->isVisible());
        QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(!bar->isVisible());
    }

    void remembersWhatWasChosen()
    {
        open();
        QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(m_window->settings().shape, u"microservices"_s);
        QCOMPARE(m_window->settings().shoppersPerSecond, 70.0);
    }

    void thePicturesStayWhenTabsChange()
    {
        open();
        auto *tabs = m_window->findChild<QTabWidget *>();
        for (const QSize size : {QSize(1440, 900), QSize(1280, 720), QSize(1100, 640)}) {
            m_window->resize(size);
            QTRY_COMPARE(m_window->size(), size);
            const int height = panes()[1]->height();
            for (const int tab : {1, 2, 3, 4, 5, 6, 0}) {
                tabs->setCurrentIndex(tab);
                QTest::qWait(0); // what a tab needs is asked for later
                QCOMPARE(panes()[1]->height(), height);
                QCOMPARE(tabs->currentIndex(), tab);
            }
        }
    }

    void capacityIsATabWhichTheKeyboardReaches()
    {
        open();
        auto *tabs = m_window->findChild<QTabWidget *>();
        auto *panel = m_window->findChild<app::charts::CapacityPanel *>();
        QVERIFY(!panel->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier);
        QVERIFY(panel->isVisible());
        tabs->tabBar()->setFocus();
        QTest::keyClick(tabs->tabBar(), Qt::Key_Left);
        QVERIFY(!panel->isVisible());
        QTest::keyClick(tabs->tabBar(), Qt::Key_Right);
        QVERIFY(panel->isVisible());
        QTest::keyClick(tabs->tabBar(), Qt::Key_Tab); // to the words
        QVERIFY(panel->isAncestorOf(QApplication::focusWidget()));
    }

    // Both shapes live, on this machine.
    void predictsAndMeasuresCapacity()
    {
        open();
        m_shop->start();
        m_window->findChild<QTabWidget *>()->setCurrentIndex(3);
        const auto words = [this] {
            QStringList texts;
            for (auto *label : m_window->findChild<app::charts::CapacityPanel *>()->findChildren<QLabel *>())
                texts << label->text();
            return texts.join(u'\n');
        };
        QTRY_VERIFY_WITH_TIMEOUT(words().contains(u"measured at the start"_s), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(words().contains(u"One more Catalogue"_s), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(words().count(u"Mean: predicted "_s) == 2, 60'000);
    }

    void ordersMessagesAndBooksAreReachedByTheKeyboard()
    {
        open();
        auto *tabs = m_window->findChild<QTabWidget *>();
        const std::pair<Qt::Key, QString> pages[]
            = {{Qt::Key_4, u"Orders"_s}, {Qt::Key_5, u"Messages"_s}, {Qt::Key_6, u"Books balance"_s}};
        for (const auto &[key, title] : pages) {
            QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
            QCOMPARE(tabs->tabText(tabs->currentIndex()), title);
            QVERIFY(tabs->currentWidget()->isAncestorOf(QApplication::focusWidget()));
        }
    }

    // Both shapes live: somebody buys, the life of that order is shown, its messages arrive, the books
    // balance.
    void anOrderIsFollowedToTheBooks()
    {
        open();
        m_shop->start();
        QTest::keyClick(m_window.get(), Qt::Key_4, Qt::ControlModifier);
        auto *sagas = m_window->findChild<app::sagas::SagaPanel *>();
        const auto hasBeenCharged = [sagas] {
            auto &story = sagas->story();
            for (int step = 0; step < story.rowCount(); ++step) {
                if (story.index(step, 0).data().toString().startsWith(u"charges"_s))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasBeenCharged(), 60'000);
        QTest::keyClick(m_window.get(), Qt::Key_5, Qt::ControlModifier);
        auto *messages = m_window->findChild<app::messages::MessagesPanel *>();
        QTRY_COMPARE_WITH_TIMEOUT(messages->queues().rowCount(), 10, 60'000); // five consumers in each shape
        auto *tabs = m_window->findChild<QTabWidget *>();
        QTRY_COMPARE_WITH_TIMEOUT(tabs->tabText(6), u"Books balance ✓"_s, 60'000);
    }

    // Both shapes live: a check-out is traced, followed on the picture, and written into files.
    void aRequestIsFollowedStepByStep()
    {
        open();
        m_shop->start();
        QTest::keyClick(m_window.get(), Qt::Key_7, Qt::ControlModifier);
        auto *traces = m_window->findChild<app::traces::TracesPanel *>();
        QTRY_VERIFY_WITH_TIMEOUT(traces->model().rowCount() > 10, 60'000);
        auto *journeys = m_window->findChild<app::journeys::JourneysPanel *>()->findChild<QTableView *>();
        int checkOut = 0;
        while (journeys->model()->index(checkOut, 0).data().toString() != u"Check out"_s)
            ++checkOut;
        journeys->setFocus();
        journeys->setCurrentIndex(journeys->model()->index(checkOut, 2));
        QTest::keyClick(journeys, Qt::Key_Return);
        auto &story = traces->story();
        QTRY_VERIFY_WITH_TIMEOUT(story.isVisible() && story.tale().steps.size() > 5, 60'000);
        auto *light = panes()[1]->view().findChild<app::graph::FollowLight *>();
        QVERIFY(light->isVisible());
        const auto steps = story.tale().steps;
        const auto &last = steps.back();
        for (size_t step = 0; step < steps.size(); ++step)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(light->step()->words, last.words);
        const auto asksPayments = std::ranges::find_if(
            steps, [](const auto &step) { return step.to.value == u"payments"_s && step.crossesUnits; });
        QVERIFY(asksPayments != steps.end());
        QVERIFY2(asksPayments->words.startsWith(u"Orders asks Payments to charge "_s),
                 qPrintable(asksPayments->words));
        m_window->findChild<QTabWidget *>()->setCurrentIndex(0);
        QVERIFY(!light->isVisible());
    }

    void looksBackAtAnEarlierMoment()
    {
        open();
        auto *timeline = m_window->findChild<app::charts::TimelinePanel *>();
        auto *slider = timeline->findChild<QSlider *>();
        Snapshot snapshot;
        snapshot.fleets.resize(2);
        snapshot.fleets[0].fleet = {u"monolith"_s};
        snapshot.fleets[1].fleet = {u"microservices"_s};
        services::platform::InstanceSnapshot instance;
        instance.status.id = {u"cart-1"_s};
        instance.status.unit = {u"cart"_s};
        const auto begin = services::platform::Instant(std::chrono::steady_clock::now());
        for (int second = 0; second < 10; ++second) {
            using enum services::runtime::InstanceState;
            instance.status.state = second < 5 ? Crashed : Healthy;
            instance.status.since = begin;
            snapshot.at = begin + std::chrono::seconds(second);
            snapshot.fleets[1].instances = {instance};
            Q_EMIT m_shop->snapshotTaken(snapshot);
        }
        auto &view = panes()[1]->view();
        QTRY_VERIFY_WITH_TIMEOUT(!view.scene().isEmpty(), 60'000);
        const app::graph::Target cart{{model::layout::NodeKind::Unit, u"cart"_s}, {}};
        QVERIFY(!view.stateOf(cart).contains(u"crashed"_s));
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_PageDown); // ten seconds back
        QVERIFY2(view.stateOf(cart).contains(u"crashed"_s), qPrintable(view.stateOf(cart)));
        Q_EMIT m_shop->snapshotTaken(snapshot); // what happens meanwhile does not show
        QVERIFY(view.stateOf(cart).contains(u"crashed"_s));
        QTest::keyClick(slider, Qt::Key_End);
        snapshot.at += std::chrono::seconds(1);
        Q_EMIT m_shop->snapshotTaken(snapshot);
        QVERIFY(!view.stateOf(cart).contains(u"crashed"_s));
    }

    void whatIsDownCannotBeCrashed()
    {
        open();
        Snapshot snapshot;
        snapshot.fleets.resize(2);
        services::platform::InstanceSnapshot instance;
        instance.status.unit = {u"shop"_s};
        instance.status.state = services::runtime::InstanceState::Crashed;
        snapshot.fleets[0].instances = {instance};
        Q_EMIT m_shop->snapshotTaken(snapshot);
        QVERIFY(!action(u"Crash Shop"_s)->isEnabled());
        snapshot.fleets[0].instances[0].status.state = services::runtime::InstanceState::Healthy;
        Q_EMIT m_shop->snapshotTaken(snapshot);
        QVERIFY(action(u"Crash Shop"_s)->isEnabled());
    }

    void whatIsInForceIsSeenFromAnywhere()
    {
        open();
        auto *chip = m_window->findChild<ForceChip *>();
        QVERIFY(!chip->isVisible());
        Snapshot snapshot;
        snapshot.fleets.resize(2);
        snapshot.fleets[1].faults
            = {{model::operation::FaultKind::Crash, {{u"payments"_s}, 0, {u"microservices"_s}}, {}, {}, {}}};
        Q_EMIT m_shop->snapshotTaken(snapshot);
        QVERIFY(chip->isVisible());
        QVERIFY(action(u"Crash Payments"_s)->isChecked()); // choosing it again undoes it
        QVERIFY(!action(u"Crash Shop"_s)->isChecked());
        Q_EMIT m_shop->snapshotTaken({});
        QVERIFY(!chip->isVisible());
    }

    void fitsIntoASmallScreen()
    {
        open();
        QVERIFY(m_window->minimumSizeHint().width() <= 1280);
        QVERIFY(m_window->minimumSizeHint().height() <= 720);
    }

    // At any moment of the start and of the run. Many more rounds: FAULTLINE_WINDOW_ROUNDS=100.
    void startsAndStopsUnderLoad()
    {
        const int asked = qEnvironmentVariableIntValue("FAULTLINE_WINDOW_ROUNDS");
        const int rounds = asked > 0 ? asked : 4;
        std::mt19937 random(7);
        for (int round = 0; round < rounds; ++round) {
            open();
            int seen = 0;
            bool served = false;
            connect(m_shop.get(), &LiveShop::snapshotTaken, this, [&](const Snapshot &snapshot) {
                ++seen;
                served = std::ranges::all_of(snapshot.fleets,
                                             [](const auto &fleet) { return fleet.attempts.perSecond > 20; });
            });
            m_shop->start();
            const int snapshots = static_cast<int>(random() % 12);
            const int turns = static_cast<int>(random() % 40);
            if (round % 4 == 0)
                QTRY_VERIFY_WITH_TIMEOUT(served, 60'000);
            else if (round % 4 == 1)
                QTRY_VERIFY_WITH_TIMEOUT(seen >= snapshots, 60'000);
            else
                for (int turn = 0; turn < turns; ++turn)
                    QCoreApplication::processEvents();
            m_window->close();
            m_window.reset();
            m_shop.reset();
        }
    }

private:
    std::vector<app::graph::GraphPane *> panes() const
    {
        auto found = m_window->findChildren<app::graph::GraphPane *>();
        std::ranges::sort(found, {}, [](auto *pane) { return pane->packaging().units.size(); });
        return {found.begin(), found.end()};
    }
    QAction *action(const QString &text) const
    {
        const auto actions = m_window->findChildren<QAction *>();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    }
    void open()
    {
        m_shop = std::make_unique<LiveShop>(plan());
        m_window = std::make_unique<MainWindow>(*m_shop, *m_appearance, app::session::Settings());
        m_window->QWidget::show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    std::unique_ptr<app::style::Appearance> m_appearance;
    std::unique_ptr<LiveShop> m_shop;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
