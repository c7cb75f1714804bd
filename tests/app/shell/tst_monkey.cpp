// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "heartbeat.h"
#include "holdings.h"

#include <app/graph/graphpane.h>
#include <app/shell/mainwindow.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QMenu>
#include <QRegularExpression>
#include <QSlider>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

#include <tests/support/shop.h>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;
using namespace app::shell;
using tests::shell::Heartbeat;
using tests::shell::Holdings;

namespace {

constexpr int shortSeconds = 3;
constexpr int fewestActs = 12; // however slow the machine is
constexpr unsigned usualSeed = 20;

// What the window calls the things that the monkey reaches for.
const auto crashWords = u"Crash"_s;
const auto restartWords = u"Restart"_s;
const auto sendWords = u"Send"_s;
const auto sliderOfTime = u"Go back in time, in seconds"_s;

LiveShop::Plan plan()
{
    const tests::support::Shop shop;
    return {shop.system, shop.shapes(), 60};
}

} // namespace

// The real window with both shops behind it, under load, and somebody at it who does anything at random.
// Longer: FAULTLINE_MONKEY_SECONDS=600; another one: FAULTLINE_MONKEY_SEED.
class TestMonkey : public QObject
{
    Q_OBJECT
public:
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "7200000"); } // ms, for the longest

private Q_SLOTS:
    void initTestCase()
    {
        const QRegularExpression ofMistakes(
            u"^(Q(Painter|Object|Widget|Layout|Timer|Abstract|Sort)|ASSERT)"_s);
        QTest::failOnWarning(ofMistakes);
        m_appearance = std::make_unique<app::style::Appearance>(*qApp);
        openAll(); // what is made once for all of them is there after the first
        closeAll();
    }
    void cleanupTestCase() { m_appearance.reset(); }

    void doesAnythingAtRandom()
    {
        const int asked = qEnvironmentVariableIntValue("FAULTLINE_MONKEY_SECONDS");
        const bool isLong = asked > 0;
        const int seed = qEnvironmentVariableIntValue("FAULTLINE_MONKEY_SEED");
        m_random.seed(seed > 0 ? static_cast<unsigned>(seed) : usualSeed);
        const Holdings before;
        openAll();
        Heartbeat heart;
        m_heart = &heart;
        QElapsedTimer clock;
        clock.start();
        int acts = 0;
        while (acts < fewestActs || clock.elapsed() < (isLong ? asked : shortSeconds) * 1000) {
            actOnce();
            ++acts;
            QTest::qWait(below(30));
        }
        m_heart = nullptr;
        QVERIFY(m_window->isVisible());
        report(heart, acts);
        closeAll();
        const bool isAsBefore = QTest::qWaitFor([&] { return Holdings().isWithin(before); }, 15'000);
        QVERIFY2(isAsBefore, (before.words() + "; then " + Holdings().words()).constData());
        if (isLong)
            QVERIFY2(heart.stalls().empty(), "the GUI thread stood still: see above");
    }

private:
    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }

    void openAll()
    {
        m_shop = std::make_unique<LiveShop>(plan());
        openWindow({});
        int seen = 0;
        QObject watching;
        connect(m_shop.get(), &LiveShop::snapshotTaken, &watching, [&seen] { ++seen; });
        m_shop->start();
        QTRY_VERIFY_WITH_TIMEOUT(seen > 3, 60'000);
        for (auto *pane : panes())
            QTRY_VERIFY_WITH_TIMEOUT(!pane->view().scene().isEmpty(), 20'000);
    }
    void openWindow(const app::session::Settings &settings)
    {
        m_window = std::make_unique<MainWindow>(*m_shop, *m_appearance, settings);
        m_window->QWidget::show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void closeAll()
    {
        m_window->close();
        m_window.reset();
        m_shop.reset();
        QToolTip::hideText(); // of where the mouse was; it would stay for ten seconds
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    std::vector<app::graph::GraphPane *> panes() const
    {
        const auto found = m_window->findChildren<app::graph::GraphPane *>();
        std::vector<app::graph::GraphPane *> visible;
        std::ranges::copy_if(found, std::back_inserter(visible), &QWidget::isVisible);
        return visible;
    }

    void actOnce()
    {
        using Act = void (TestMonkey::*)();
        static const std::vector<std::pair<QString, Act>> acts{
            {u"resizing"_s, &TestMonkey::resizeIt},
            {u"changing the shape"_s, &TestMonkey::changeShape},
            {u"going back in time"_s, &TestMonkey::scrub},
            {u"choosing a node"_s, &TestMonkey::chooseNode},
            {u"choosing a node"_s, &TestMonkey::chooseNode},
            {u"crashing"_s, &TestMonkey::crash},
            {u"restarting"_s, &TestMonkey::restart},
            {u"changing the tab"_s, &TestMonkey::changeTab},
            {u"walking"_s, &TestMonkey::walk},
            {u"asking for verbs"_s, &TestMonkey::askForVerbs},
            {u"changing the load"_s, &TestMonkey::changeLoad},
            {u"scrolling"_s, &TestMonkey::scroll},
            {u"choosing a row"_s, &TestMonkey::chooseRow},
            {u"choosing a row"_s, &TestMonkey::chooseRow},
            {u"opening a menu"_s, &TestMonkey::openMenu},
            {u"asking the palette"_s, &TestMonkey::askPalette},
            {u"going to the next panel"_s, &TestMonkey::nextPanel},
            {u"presenting"_s, &TestMonkey::present},
            {u"sending a request"_s, &TestMonkey::send},
            {u"closing and opening"_s, &TestMonkey::reopen}};
        const bool reopens = below(25) == 0; // seldom: it takes long
        const auto &[words, act]
            = reopens ? acts.back() : acts[static_cast<size_t>(below(int(acts.size()) - 1))];
        m_heart->setDoing(words);
        (this->*act)();
    }

    void resizeIt() { m_window->resize(1100 + below(900), 640 + below(600)); }
    void changeShape()
    {
        QTest::keyClick(m_window.get(), Qt::Key(Qt::Key_1 + below(3)), Qt::ControlModifier);
    }
    void scrub()
    {
        const auto sliders = m_window->findChildren<QSlider *>();
        const auto found = std::ranges::find(sliders, sliderOfTime, &QWidget::accessibleName);
        if (found == sliders.end() || !(*found)->isVisible())
            return;
        const Qt::Key keys[] = {Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_Left, Qt::Key_Right, Qt::Key_End};
        QTest::keyClick(*found, keys[below(5)]);
        QTest::mouseClick(*found, Qt::LeftButton, {}, {below((*found)->width()), (*found)->height() / 2});
    }
    void chooseNode()
    {
        auto *pane = panes()[static_cast<size_t>(below(int(panes().size())))];
        auto &view = pane->view();
        if (!view.isVisible() || view.scene().isEmpty())
            return;
        const auto targets = view.scene().all();
        const auto &target = targets[static_cast<size_t>(below(int(targets.size())))];
        const auto place = view.transform().map(view.scene().boxOf(target).center()).toPoint();
        QTest::mouseMove(&view, place);
        QTest::mouseClick(&view, Qt::LeftButton, {}, place);
    }
    void walk()
    {
        const Qt::Key keys[] = {Qt::Key_Left,   Qt::Key_Right, Qt::Key_Up,    Qt::Key_Down, Qt::Key_C,
                                Qt::Key_Escape, Qt::Key_Plus,  Qt::Key_Minus, Qt::Key_0};
        auto &view = panes().back()->view();
        view.setFocus();
        QTest::keyClick(&view, keys[below(9)]);
    }
    void askForVerbs()
    {
        auto &view = panes().back()->view();
        if (!view.selected().has_value())
            return;
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Return);
        if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, below(2) == 0 ? Qt::Key_Return : Qt::Key_Escape);
            menu->close();
        }
    }
    void press(const QString &words)
    {
        for (auto *button : m_window->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->isEnabled() && QString(button->text()).remove(u'&') == words)
                return QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    void crash() { press(crashWords); }
    void restart() { press(restartWords); }
    void changeTab()
    {
        QList<QTabBar *> bars = m_window->findChildren<QTabBar *>();
        bars.removeIf([](const QTabBar *bar) { return !bar->isVisible(); });
        auto *bar = bars[below(int(bars.size()))];
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(below(bar->count())).center());
    }
    template<typename Widget>
    Widget *anyShown()
    {
        QList<Widget *> shown = m_window->findChildren<Widget *>();
        shown.removeIf([](const Widget *each) { return !each->isVisible() || !each->isEnabled(); });
        return shown.isEmpty() ? nullptr : shown[below(int(shown.size()))];
    }
    void chooseRow()
    {
        auto *list = anyShown<QAbstractItemView>();
        const int rows = list != nullptr && list->model() != nullptr ? list->model()->rowCount() : 0;
        if (rows == 0)
            return;
        const auto row = list->model()->index(below(rows), 0);
        list->scrollTo(row);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row).center());
    }
    void openMenu()
    {
        auto *button = anyShown<QToolButton>();
        if (button == nullptr || button->menu() == nullptr)
            return;
        auto *menu = button->menu();
        menu->popup(button->mapToGlobal(QPoint(0, button->height())));
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Escape);
        menu->close();
    }
    void askPalette()
    {
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *asked = QApplication::focusWidget();
        if (asked == nullptr)
            return;
        QTest::keyClicks(asked, QString(QChar(u'a' + below(26))) + QChar(u'a' + below(26)));
        QTest::keyClick(asked, Qt::Key_Down);
        QTest::keyClick(asked, Qt::Key_Escape);
    }
    void nextPanel() { QTest::keyClick(m_window.get(), Qt::Key_F6); }
    void present()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTest::qWait(below(200));
        QTest::keyClick(m_window.get(), Qt::Key_F11);
    }
    void send() { press(sendWords); }
    void changeLoad()
    {
        QTest::keyClick(m_window.get(), below(2) == 0 ? Qt::Key_Plus : Qt::Key_Minus, Qt::ControlModifier);
    }
    void scroll()
    {
        auto &view = panes().front()->view();
        const QPointF place(below(view.width()), below(view.height()));
        QWheelEvent wheel(place, view.mapToGlobal(place), {}, {0, below(2) == 0 ? 120 : -120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &wheel);
    }
    void reopen()
    {
        m_heart->stop(); // how long a window takes is a figure of its own
        const auto settings = m_window->settings();
        m_window->close();
        m_window.reset();
        QElapsedTimer clock;
        clock.start();
        openWindow(settings);
        m_opening = std::max(m_opening, clock.elapsed());
        for (auto *pane : panes())
            QTRY_VERIFY_WITH_TIMEOUT(!pane->view().scene().isEmpty(), 20'000);
        m_heart->start();
    }

    // Not by qInfo, which is silenced when Qt has had much to say about the offscreen platform.
    void report(const Heartbeat &heart, int acts) const
    {
        std::printf(
            "%d acts, %d beats, %d stalls over %.0f ms; the worst %.0f ms (%.0f ms on the clock) while %s; "
            "a window opened within %lld ms\n",
            acts, heart.beats(), static_cast<int>(heart.stalls().size()), Heartbeat::longest.count(),
            heart.worst().kept.count(), heart.worst().passed.count(), qPrintable(heart.worst().during),
            static_cast<long long>(m_opening));
        for (const auto &stall : heart.stalls())
            std::printf("%.0f ms (%.0f ms on the clock) while %s\n", stall.kept.count(), stall.passed.count(),
                        qPrintable(stall.during));
        std::fflush(stdout);
    }

    std::unique_ptr<app::style::Appearance> m_appearance;
    std::unique_ptr<LiveShop> m_shop;
    std::unique_ptr<MainWindow> m_window;
    Heartbeat *m_heart = nullptr;
    std::mt19937 m_random;
    qint64 m_opening = 0; // ms, the longest
};

QTEST_MAIN(TestMonkey)
#include "tst_monkey.moc"
