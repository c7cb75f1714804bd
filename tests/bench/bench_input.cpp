// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How soon the window answers a hand while both fleets run under load. A thread of its own asks for clicks,
// keys, wheel turns and other tabs at random moments, whatever the window is at; the clock runs from there
// until what was touched has been painted anew. Besides, without a hand: the longest that one event keeps the
// GUI thread, and how many keep it for longer than 8 ms, on the processor, so that what other programs take
// does not count.

#include "benchreport.h"

#include <app/graph/graphpane.h>
#include <app/shell/mainwindow.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/telemetry/threadcputime.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QWheelEvent>

#include <array>
#include <atomic>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto settling = 15s; // until everybody has logged in
constexpr auto quiet = 20s;
constexpr int touches = 400;
constexpr auto patience = 2s; // with one of them
constexpr std::chrono::duration<double, std::milli> longEvent{8};

// Notes how long each event keeps the thread.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread() || m_isInside)
            return QApplication::notify(receiver, event);
        m_isInside = true;
        const auto type = event->type();
        const QByteArray whose = receiver->metaObject()->className();
        const auto start = services::telemetry::threadCpuTime();
        const bool result = QApplication::notify(receiver, event);
        const std::chrono::duration<double, std::milli> took = services::telemetry::threadCpuTime() - start;
        m_isInside = false;
        if (took > longEvent)
            ++m_long;
        if (took.count() > m_longest) {
            m_longest = took.count();
            m_which = u"%1 of %2"_s.arg(static_cast<int>(type)).arg(QString::fromLatin1(whose));
        }
        return result;
    }
    void startAnew()
    {
        m_long = 0;
        m_longest = 0;
    }
    int longEvents() const { return m_long; }
    double longest() const { return m_longest; } // ms
    QString which() const { return m_which; }

private:
    bool m_isInside = false;
    int m_long = 0;
    double m_longest = 0;
    QString m_which;
};

// What a hand does, one after the other, and when what it touched has been painted.
class Touches : public QObject
{
public:
    explicit Touches(const app::shell::MainWindow &window)
    {
        for (auto *pane : window.findChildren<app::graph::GraphPane *>())
            m_views.push_back(&pane->view());
        for (auto *tabs : window.findChildren<QTabWidget *>())
            m_tabs.push_back(tabs->tabBar());
    }

    static constexpr std::array kinds = {"click on a node", "key", "wheel", "tab"};
    // What a touch waits for, one after the other.
    static constexpr std::array stages = {"the loop", "its handler", "the paint's turn", "the paint"};

    void touch(int number, qint64 asked)
    {
        m_marks = {asked, now()};
        act(number);
        m_marks[2] = now();
        if (m_watched == nullptr)
            m_marks[3] = m_marks[2]; // the handler has painted
    }
    bool isAnswered() const { return m_isAnswered; }
    void expect() { m_isAnswered = false; }
    std::vector<double> milliseconds() const
    {
        std::vector<double> all;
        for (const auto &each : m_latencies)
            all.insert(all.end(), each.begin(), each.end());
        return all;
    }
    const std::vector<double> &milliseconds(size_t kind) const { return m_latencies[kind]; }
    const std::vector<double> &millisecondsOf(size_t stage) const { return m_stages[stage]; }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == m_watched && event->type() == QEvent::Paint) {
            m_watched = nullptr;
            m_marks[3] = now();
            QMetaObject::invokeMethod(
                this, [this] { answer(); }, Qt::QueuedConnection); // when it is over
        }
        return false;
    }

    static qint64 now() { return std::chrono::steady_clock::now().time_since_epoch().count(); }

private:
    void act(int number)
    {
        m_kind = static_cast<size_t>(number) % kinds.size();
        auto &view = *m_views[static_cast<size_t>(number) % m_views.size()];
        switch (m_kind) {
        case 0: {
            const auto nodes = view.scene().all();
            const auto &node = nodes[m_random() % nodes.size()];
            watch(view);
            QTest::mouseClick(&view, Qt::LeftButton, {},
                              view.transform().map(view.scene().boxOf(node).center()).toPoint());
            break;
        }
        case 1:
            watch(view);
            view.setFocus();
            QTest::keyClick(&view, m_random() % 2 == 0 ? Qt::Key_Left : Qt::Key_Down);
            break;
        case 2:
            watch(view);
            turnWheel(view);
            break;
        default:
            auto &bar = shownBar();
            const int other = (bar.currentIndex() + 1) % bar.count();
            watch(bar);
            QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.tabRect(other).center());
        }
    }
    void watch(QWidget &widget)
    {
        m_watched = &widget;
        widget.removeEventFilter(this);
        widget.installEventFilter(this);
    }
    void answer()
    {
        m_marks[4] = now();
        m_latencies[m_kind].push_back(static_cast<double>(m_marks[4] - m_marks[0]) / 1e6);
        for (size_t stage = 0; stage < stages.size(); ++stage)
            m_stages[stage].push_back(static_cast<double>(m_marks[stage + 1] - m_marks[stage]) / 1e6);
        m_isAnswered = true;
    }
    QTabBar &shownBar()
    {
        std::vector<QTabBar *> shown;
        std::ranges::copy_if(m_tabs, std::back_inserter(shown), &QWidget::isVisible);
        return *shown[m_random() % shown.size()];
    }
    void turnWheel(QWidget &view)
    {
        const QPointF place = QRectF(view.rect()).center();
        m_isNear = !m_isNear;
        QWheelEvent wheel(place, view.mapToGlobal(place), {}, {0, m_isNear ? 120 : -120}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &wheel);
    }

    std::vector<app::graph::GraphView *> m_views;
    std::vector<QTabBar *> m_tabs;
    QObject *m_watched = nullptr;
    std::array<qint64, stages.size() + 1> m_marks{}; // of the last touch, ns: asked, then each stage's end
    std::atomic<bool> m_isAnswered = true;
    bool m_isNear = false;
    size_t m_kind = 0; // of the last touch
    std::array<std::vector<double>, kinds.size()> m_latencies;
    std::array<std::vector<double>, stages.size()> m_stages;
    std::mt19937 m_random{1};
};

// In a thread of its own: it does not wait until the window has time for it.
void moveHand(Touches &touched)
{
    std::mt19937 random(2);
    for (int number = 0; number < touches; ++number) {
        QThread::msleep(20 + random() % 80);
        touched.expect();
        const qint64 asked = Touches::now();
        QMetaObject::invokeMethod(
            &touched, [&touched, number, asked] { touched.touch(number, asked); }, Qt::QueuedConnection);
        while (!touched.isAnswered() && Touches::now() - asked < std::chrono::nanoseconds(patience).count())
            QThread::usleep(500);
    }
}

double share(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[static_cast<size_t>(part * static_cast<double>(values.size() - 1))];
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QFile screen(folder.filePath(u"screen.json"_s));
    if (!screen.open(QIODevice::WriteOnly))
        return 2;
    screen.write(R"({"screens": [{"name": "usual", "x": 0, "y": 0, "width": 1920, "height": 1080,
                     "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    screen.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(screen.fileName()));
    TimedApplication application(argc, argv);
    const auto system = model::system::SystemReader::readFile(
        QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"));
    if (!system)
        return 2;
    app::style::Appearance appearance(application);
    app::shell::LiveShop shop(
        {*system, {model::packaging::monolith(*system), model::packaging::microservices(*system)}, 60});
    app::shell::MainWindow window(shop, appearance, {});
    bool isLive = false;
    QObject::connect(&shop, &app::shell::LiveShop::started, &window, [&isLive] { isLive = true; });
    shop.start();
    window.QWidget::show();
    if (!QTest::qWaitFor([&isLive] { return isLive; }, 60'000))
        qFatal("The shops do not start");
    QTest::qWait(settling / 1ms);

    using tests::bench::Better;
    tests::bench::Figure event(
        u"longest event of the GUI thread in %1 s of both fleets at 60 shoppers a second"_s.arg(quiet / 1s),
        u"ms of a core"_s, Better::Lower);
    application.startAnew();
    QTest::qWait(quiet / 1ms);
    event.add(application.longest());
    event.add(u"events over 8 ms"_s, application.longEvents());
    event.print();
    std::fprintf(stderr, "the longest was %s\n", qPrintable(application.which()));

    Touches touched(window);
    application.startAnew();
    std::unique_ptr<QThread> hand(QThread::create([&touched] { moveHand(touched); }));
    hand->start();
    if (!QTest::qWaitFor([&hand] { return hand->isFinished(); }, touches * 3'000))
        qFatal("The window does not answer");
    const auto latencies = touched.milliseconds();
    tests::bench::Figure latency(
        u"p99 from a click, key or wheel turn to the repaint, both fleets under load"_s, u"ms"_s,
        Better::Lower);
    latency.add(share(latencies, 0.99));
    latency.add(u"median"_s, share(latencies, 0.5));
    latency.add(u"longest"_s, share(latencies, 1));
    latency.add(u"answered of %1"_s.arg(touches), static_cast<double>(latencies.size()));
    for (size_t kind = 0; kind < Touches::kinds.size(); ++kind) {
        const auto name = QString::fromLatin1(Touches::kinds[kind]);
        latency.add(u"p99, "_s + name, share(touched.milliseconds(kind), 0.99));
        latency.add(u"median, "_s + name, share(touched.milliseconds(kind), 0.5));
    }
    for (size_t stage = 0; stage < Touches::stages.size(); ++stage) {
        const auto name = QString::fromLatin1(Touches::stages[stage]);
        latency.add(u"p99, waiting for "_s + name, share(touched.millisecondsOf(stage), 0.99));
        latency.add(u"median, waiting for "_s + name, share(touched.millisecondsOf(stage), 0.5));
    }
    latency.add(u"longest event on the processor"_s, application.longest());
    latency.print();
    std::fprintf(stderr, "the longest was %s\n", qPrintable(application.which()));
    return 0;
}
