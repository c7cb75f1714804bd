// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/session/settingsfile.h>
#include <app/session/workspacefile.h>
#include <app/shell/mainwindow.h>
#include <app/style/appearance.h>
#include <app/style/sessionbus.h>
#include <model/packaging/presets.h>
#include <model/result/result.h>
#include <model/system/systemreader.h>
#include <services/platform/brokerchoice.h>
#include <services/platform/components.h>
#include <services/platform/filelimit.h>
#include <services/platform/resourcefinder.h>
#include <services/platform/stopsignals.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QIcon>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

// Screen readers need the bus, so even a slow one is waited for; usually it answers at once.
constexpr auto patienceWithBus = std::chrono::seconds(2);

void say(std::FILE *stream, const QString &words)
{
    std::fputs(qPrintable(words + u'\n'), stream);
}

// Qt ends the program when it finds no display; we say first what helps.
bool hasDisplay()
{
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

QString noDisplay()
{
    return u"Faultline needs a display, and there is none here. Without one, play a scenario:\n"
           "  faultline-lab run kill-catalogue   (from a checkout: ./dev lab run kill-catalogue)"_s;
}

// A display may be named and not be there (after ssh or su): Qt then ends the program, and would do so with a
// crash.
void explainMissingDisplay(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type != QtFatalMsg) {
        say(stderr, message);
    } else {
        say(stderr, noDisplay() + u'\n' + message.trimmed());
        std::_Exit(2);
    }
}

// The system of the file, or the shop; what is wrong with it, line by line.
std::optional<model::system::System> systemOf(const QString &named, QStringList &faults)
{
    QString file = named;
    if (file.isEmpty()) {
        const auto shop = services::platform::ResourceFinder().find(u"systems/shop.json"_s);
        if (!shop.has_value()) {
            faults << u"%1: %2"_s.arg(shop.error().subject, shop.error().message);
            return {};
        }
        file = *shop;
    }
    auto system = model::system::SystemReader::readFile(file);
    if (!system.has_value()) {
        for (const auto &error : system.error())
            faults << u"%1: %2"_s.arg(error.subject, error.message);
        return {};
    }
    const auto code = services::platform::componentsOf(*system);
    if (code.has_value())
        return *std::move(system);
    faults << u"%1: %2"_s.arg(file, code.error().message);
    return {};
}

// What is open, and whence it came.
struct Opened
{
    model::system::System system;
    QString file; // empty: the shop
    QString broker; // its URL; empty: the one of the settings
};

// One window after another, each with a system: people open another file in the same program.
class Session
{
public:
    explicit Session(QApplication &application)
        : m_appearance(application)
    {
    }

    int run(Opened opened)
    {
        const auto loaded = m_settings.load();
        const auto arranged = m_workspaceFile.load();
        m_current = loaded.settings;
        m_workspace = arranged.workspace;
        m_appearance.setPreference(app::style::preferenceOfWord(m_current.appearance));
        m_appearance.setMotion(app::style::motionOfWord(m_current.motion));
        m_notice = QStringList{loaded.notice, arranged.notice}.join(u' ').trimmed();
        m_next = std::move(opened);
        int result = 0;
        while (m_next.has_value())
            result = show(*std::exchange(m_next, std::nullopt));
        return result;
    }

private:
    int show(const Opened &opened)
    {
        if (!opened.file.isEmpty())
            m_workspace.noteFile(QFileInfo(opened.file).absoluteFilePath());
        const auto &system = opened.system;
        app::shell::LiveShop shop(
            {system,
             {model::packaging::monolith(system), model::packaging::microservices(system)},
             m_current.shoppersPerSecond,
             opened.broker.isEmpty() ? m_current.broker : opened.broker});
        app::shell::MainWindow window(shop, m_appearance, m_current, m_workspace);
        window.showNotice(std::exchange(m_notice, {}));
        // A terminal's Ctrl+C or the session's end closes it as people do.
        const services::platform::StopSignals stop;
        QObject::connect(&stop, &services::platform::StopSignals::stopRequested, &window, &QWidget::close);
        QObject::connect(&window, &app::shell::MainWindow::systemWanted, &window,
                         [&](const QString &path) { openNext(path, opened.broker, window); });
        QTimer saving; // soon, but not at each step of a hand
        saving.setSingleShot(true);
        saving.setInterval(std::chrono::seconds(1));
        saving.callOnTimeout(&window, [&] { keep(m_workspaceFile.save(window.workspace())); });
        QObject::connect(&window, &app::shell::MainWindow::workspaceChanged, &saving,
                         qOverload<>(&QTimer::start));
        shop.start();
        window.QWidget::show();
        const int result = QApplication::exec();
        m_current = window.settings();
        m_workspace = window.workspace();
        keep(m_settings.save(m_current));
        keep(m_workspaceFile.save(m_workspace));
        return result;
    }

    // What cannot be opened leaves open what is.
    void openNext(const QString &path, const QString &broker, app::shell::MainWindow &window)
    {
        QStringList faults;
        auto system = systemOf(path, faults);
        if (!system.has_value())
            return window.showNotice(faults.mid(0, 3).join(u'\n'));
        m_next = Opened{*std::move(system), path, broker};
        window.close();
    }

    static void keep(const model::result::Result<void> &saved)
    {
        if (!saved.has_value())
            say(stderr, saved.error().message);
    }

    app::style::Appearance m_appearance;
    app::session::SettingsFile m_settings;
    app::session::WorkspaceFile m_workspaceFile;
    app::session::Settings m_current;
    app::session::Workspace m_workspace;
    QString m_notice;
    std::optional<Opened> m_next;
};

// What the arguments ask for: an exit code, or the file to open.
struct Wish
{
    std::optional<int> exitCode;
    QString file;
    QString broker; // its URL; empty: the one of the settings
};

Wish wishOf(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Displays this help."_s);
    const QCommandLineOption version({u"v"_s, u"version"_s}, u"Displays the version."_s);
    const QCommandLineOption broker(
        u"broker"_s,
        u"What messages go through: %1 Without it: the one in the settings, or embedded:."_s.arg(
            services::platform::brokerHelp()),
        u"URL"_s);
    parser.addOptions({help, version, broker});
    parser.addPositionalArgument(u"SYSTEM.json"_s, u"The system to open; the shop when there is none."_s);
    if (!parser.parse(arguments) || parser.positionalArguments().size() > 1) {
        const QString fault = parser.errorText();
        say(stderr,
            (fault.isEmpty() ? u"faultline opens one file."_s : fault) + u"\nTry: faultline --help"_s);
        return {2, {}, {}};
    }
    if (parser.isSet(help)) {
        const QString options = parser.helpText().section(u'\n', 1);
        say(stdout,
            u"Usage: faultline [options] [SYSTEM.json]\n"
            "See one online shop as a monolith and as microservices, both running for real.\n\n"_s
                + options.trimmed());
        return {0, {}, {}};
    }
    if (parser.isSet(version)) {
        say(stdout, u"faultline "_s + QStringLiteral(FAULTLINE_VERSION));
        return {0, {}, {}};
    }
    if (parser.isSet(broker)) {
        const auto known = services::platform::brokerOf(parser.value(broker));
        if (!known.has_value()) {
            say(stderr, u"--broker: "_s + known.error().message);
            return {2, {}, {}};
        }
    }
    return {{}, parser.positionalArguments().value(0), parser.value(broker)};
}

// Drawn in each usual size, so that no plug-in has to read a scalable one.
QIcon windowIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(u":/icons/%1.png"_s.arg(size));
    return icon;
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int index = 0; index < argc; ++index)
        arguments << QString::fromLocal8Bit(argv[index]);
    const Wish wish = wishOf(arguments);
    if (wish.exitCode.has_value())
        return *wish.exitCode;
    if (!hasDisplay()) {
        say(stderr, noDisplay());
        return 2;
    }
    app::style::doWithoutHangingSessionBus(patienceWithBus);
    services::platform::raiseFileLimit();
    QCoreApplication::setApplicationName(u"faultline"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FAULTLINE_VERSION));
    QGuiApplication::setDesktopFileName(u"io.github.faultline.Faultline"_s);
    const auto reporting = qInstallMessageHandler(&explainMissingDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(reporting);
    QApplication::setWindowIcon(windowIcon());
    qputenv("QT_NO_GLIB", "1"); // for the threads of the instances; the window keeps the desktop's loop
    QStringList faults;
    auto system = systemOf(wish.file, faults);
    for (const auto &fault : faults)
        say(stderr, fault);
    return system.has_value() ? Session(application).run({*std::move(system), wish.file, wish.broker}) : 2;
}
