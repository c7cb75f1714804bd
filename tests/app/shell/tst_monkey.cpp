// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "heartbeat.h"
#include "holdings.h"
#include "monkey.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>
#include <QToolTip>

#include <tests/support/shop.h>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace app::shell;
using tests::shell::Heartbeat;
using tests::shell::Holdings;
using tests::shell::Monkey;
using tests::shell::panesOf;

namespace {

constexpr int shortSeconds = 3;
constexpr int fewestActs = 12; // however slow the machine is
constexpr unsigned usualSeed = 20;

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
        m_monkey.seed(seed > 0 ? static_cast<unsigned>(seed) : usualSeed);
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
            QTest::qWait(m_monkey.below(30));
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
    void openAll()
    {
        m_shop = std::make_unique<LiveShop>(plan());
        openWindow({});
        int seen = 0;
        QObject watching;
        connect(m_shop.get(), &LiveShop::snapshotTaken, &watching, [&seen] { ++seen; });
        m_shop->start();
        QTRY_VERIFY_WITH_TIMEOUT(seen > 3, 60'000);
        for (auto *pane : panesOf(*m_window))
            QTRY_VERIFY_WITH_TIMEOUT(!pane->view().scene().isEmpty(), 20'000);
    }
    void openWindow(const app::session::Settings &settings)
    {
        m_window = std::make_unique<MainWindow>(*m_shop, *m_appearance, settings);
        m_window->QWidget::show();
        m_window->activateWindow();
        m_monkey.sitAt(*m_window);
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

    void actOnce()
    {
        if (m_monkey.below(25) == 0) { // seldom: it takes long
            m_heart->setDoing(u"closing and opening"_s);
            return reopen();
        }
        const auto &act = m_monkey.choose();
        m_heart->setDoing(act.words);
        m_monkey.perform(act);
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
        for (auto *pane : panesOf(*m_window))
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
    Monkey m_monkey;
    qint64 m_opening = 0; // ms, the longest
};

QTEST_MAIN(TestMonkey)
#include "tst_monkey.moc"
