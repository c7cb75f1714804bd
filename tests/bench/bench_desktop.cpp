// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person waits for and pays: from the start of the process to both fleets live, to the first picture
// of both shapes, and to the first shoppers moving in it; how long closing takes under load; the memory and
// the processor that the window and both fleets need at 60 shoppers a second on each, seen and minimised. The
// window is what the GUI thread takes; the fleets are everything else, which goes on whoever looks. The
// program runs itself as a child, made of the same parts as the desktop.

#include "benchreport.h"

#include <app/shell/mainwindow.h>
#include <app/shell/rest.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/platform/processmemory.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int rounds = 5;
constexpr auto settling = 15s; // until everybody has logged in
constexpr auto measuring = 20s;

// Of the whole process (RUSAGE_SELF) or of the calling thread (RUSAGE_THREAD), so far.
double cpuSeconds(int who)
{
    rusage usage{};
    getrusage(static_cast<__rusage_who>(who), &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void tell(const QString &what, double value = 0)
{
    std::printf("%s %g\n", qPrintable(what), value);
    std::fflush(stdout);
}

// Tells each kind of picture the first time it has been painted.
class Spectator : public QObject
{
public:
    using QObject::QObject;
    bool isMoving() const { return m_moving; }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *view = qobject_cast<app::graph::GraphView *>(watched);
        if (view == nullptr || event->type() != QEvent::Paint || view->scene().isEmpty())
            return false;
        m_painted.insert(view);
        if (m_painted.size() == 2 && !std::exchange(m_pictured, true))
            tell(u"picture"_s);
        if (m_painted.size() == 2 && view->dots() > 0 && !std::exchange(m_moving, true)) {
            tell(u"moving"_s);
            QMetaObject::invokeMethod(
                this, [this] { whenMoving(); }, Qt::QueuedConnection);
        }
        return false;
    }

    std::function<void()> whenMoving = [] {};

private:
    QSet<QObject *> m_painted;
    bool m_pictured = false;
    bool m_moving = false;
};

// Of the whole machine, what its host gave to others so far (man 5 proc: stat, "steal").
double stolenSeconds()
{
    QFile file(u"/proc/stat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto fields = file.readLine().simplified().split(' ');
    return fields.value(8).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

// The processor's shares second by second, of which the median counts: on a machine that shares its
// processors with others a second may be charged for what they took.
class Meter : public QObject
{
public:
    Meter()
    {
        m_timer.setInterval(1s);
        m_timer.callOnTimeout(this, &Meter::look);
    }
    void start()
    {
        m_before = now();
        m_stolenBefore = stolenSeconds();
        m_timer.start();
    }

private:
    struct Reading
    {
        double all = 0;
        double own = 0;
        qint64 at = 0; // ns
    };
    Reading now() const
    {
        return {cpuSeconds(RUSAGE_SELF), cpuSeconds(RUSAGE_THREAD),
                std::chrono::steady_clock::now().time_since_epoch().count()};
    }
    void look()
    {
        const auto reading = now();
        const double seconds = static_cast<double>(reading.at - m_before.at) / 1e9;
        m_all.push_back(100 * (reading.all - m_before.all) / seconds);
        m_own.push_back(100 * (reading.own - m_before.own) / seconds);
        m_before = reading;
        if (std::ssize(m_all) < measuring / 1s)
            return;
        m_timer.stop();
        tell(u"cpu"_s, median(m_all));
        tell(u"window"_s, median(m_own));
        const double stolen = stolenSeconds() - m_stolenBefore;
        tell(u"stolen"_s, std::max(100 * stolen / static_cast<double>(m_all.size()), 0.01));
        tell(u"memory"_s, static_cast<double>(services::platform::residentMemory()) / 1e6);
        QCoreApplication::quit();
    }

    QTimer m_timer;
    Reading m_before;
    double m_stolenBefore = 0;
    std::vector<double> m_all;
    std::vector<double> m_own;
};

int beDesktop(QApplication &application, const QByteArray &mode)
{
    const auto system = model::system::SystemReader::readFile(
        QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"));
    if (!system)
        return 2;
    app::style::Appearance appearance(application);
    QElapsedTimer closing;
    {
        app::shell::LiveShop shop(
            {*system, {model::packaging::monolith(*system), model::packaging::microservices(*system)}, 60});
        app::shell::MainWindow window(shop, appearance, {});
        Spectator spectator;
        for (auto *view : window.findChildren<app::graph::GraphView *>())
            view->installEventFilter(&spectator);
        QObject::connect(&shop, &app::shell::LiveShop::started, &window, [] { tell(u"live"_s); });
        Meter meter;
        spectator.whenMoving = [&] {
            if (mode == "--start")
                return QCoreApplication::quit();
            if (mode == "--minimised")
                window.showMinimized();
            const auto rest = mode == "--minimised" ? app::shell::Rest::beginsAfter + settling : 0s;
            QTimer::singleShot(settling + rest, &window, [&meter] { meter.start(); });
        };
        shop.start();
        window.QWidget::show();
        QApplication::exec();
        closing.start();
    }
    tell(u"closed"_s, static_cast<double>(closing.nsecsElapsed()) / 1e6);
    return 0;
}

// The platform without a screen pretends to have one of 800 x 800 pixels, in which the window does not fit
// and is resized as soon as it is there: nobody's first picture.
QByteArray usualScreen(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(u"screen.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("No temporary file");
    file.write(R"({"screens": [{"name": "usual", "x": 0, "y": 0, "width": 1920, "height": 1080,
                   "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    return "offscreen:configfile=" + QFile::encodeName(file.fileName());
}

// What a child tells: each word with its figure, or with the milliseconds since its start.
QHash<QString, double> run(const QString &mode)
{
    QHash<QString, double> told;
    QElapsedTimer since;
    since.start();
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {mode});
    while (child.waitForReadyRead(120'000)) {
        const double now = static_cast<double>(since.nsecsElapsed()) / 1e6;
        while (child.canReadLine()) {
            const auto words = QString::fromUtf8(child.readLine()).trimmed().split(u' ');
            const double value = words.value(1).toDouble();
            told[words[0]] = value > 0 ? value : now;
        }
    }
    child.waitForFinished();
    if (child.exitCode() != 0 || told.isEmpty())
        qFatal("The desktop does not run");
    return told;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1) {
        QApplication application(argc, argv);
        return beDesktop(application, argv[1]);
    }
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    qputenv("QT_QPA_PLATFORM", usualScreen(folder));
    using tests::bench::Better;
    using tests::bench::Figure;
    Figure moving(u"process start to shoppers moving in the picture"_s, u"ms"_s, Better::Lower);
    Figure closing(u"closing the desktop under load"_s, u"ms"_s, Better::Lower);
    for (int round = 0; round < rounds; ++round) {
        const auto told = run(u"--start"_s);
        moving.add(told[u"moving"_s]);
        moving.add(u"both fleets live"_s, told[u"live"_s]);
        moving.add(u"first picture"_s, told[u"picture"_s]);
        closing.add(told[u"closed"_s]);
    }
    moving.print();
    closing.print();
    const auto told = run(u"--idle"_s);
    const auto away = run(u"--minimised"_s);
    Figure cpu(u"desktop at 60 shoppers a second on each shape"_s, u"% of a core"_s, Better::Lower);
    Figure minimised(u"the same minimised, at rest"_s, u"% of a core"_s, Better::Lower);
    for (const auto &[figure, figures] : {std::pair(&cpu, &told), std::pair(&minimised, &away)}) {
        figure->add((*figures)[u"cpu"_s]);
        figure->add(u"the window alone"_s, (*figures)[u"window"_s]);
        figure->add(u"the fleets alone"_s, (*figures)[u"cpu"_s] - (*figures)[u"window"_s]);
        figure->add(u"taken from this machine by others"_s, (*figures)[u"stolen"_s]);
        figure->print();
    }
    Figure memory(u"resident memory of the desktop with both fleets"_s, u"MB"_s, Better::Lower);
    memory.add(told[u"memory"_s]);
    memory.print();
    return 0;
}
