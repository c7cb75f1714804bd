// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/session/language.h>
#include <app/session/settingsfile.h>
#include <app/shell/mainwindow.h>
#include <app/style/appearance.h>
#include <app/style/sessionbus.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/platform/brokerchoice.h>
#include <services/platform/components.h>
#include <services/platform/filelimit.h>
#include <services/platform/resourcefinder.h>
#include <services/platform/stopsignals.h>
#include <services/platform/workfolder.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

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

// What the arguments ask for: an exit code, or the file to open.
struct Wish
{
    std::optional<int> exitCode;
    QString file{};
    QString broker{}; // its URL; empty: the one of the settings
    QString language{}; // empty: the one of the settings
};

int open(QApplication &application, const model::system::System &system, const Wish &wish)
{
    app::session::SettingsFile file;
    app::session::Language language;
    language.speak(wish.language); // what is said about the settings is said in it
    const auto loaded = file.load();
    if (wish.language.isEmpty())
        language.speak(loaded.settings.language);
    app::style::Appearance appearance(application);
    appearance.setPreference(app::style::preferenceOfWord(loaded.settings.appearance));
    app::shell::LiveShop shop({system,
                               {model::packaging::monolith(system), model::packaging::microservices(system)},
                               loaded.settings.shoppersPerSecond,
                               wish.broker.isEmpty() ? loaded.settings.broker : wish.broker,
                               services::platform::usualWorkRoot()});
    int result = 0;
    {
        app::shell::MainWindow window(shop, appearance, loaded.settings);
        window.showNotice(loaded.notice);
        const services::platform::StopSignals
            stop; // a terminal's Ctrl+C or the session's end closes it as people do
        QObject::connect(&stop, &services::platform::StopSignals::stopRequested, &window, &QWidget::close);
        shop.start();
        window.QWidget::show();
        result = QApplication::exec();
        if (const auto saved = file.save(window.settings()); !saved.has_value())
            say(stderr, saved.error().message);
    }
    return result;
}

// The system of the file, or the shop; what is wrong with it is said.
std::optional<model::system::System> systemOf(const QString &named)
{
    QString file = named;
    if (file.isEmpty()) {
        const auto shop = services::platform::ResourceFinder().find(u"systems/shop.json"_s);
        if (!shop.has_value()) {
            say(stderr, u"%1: %2"_s.arg(shop.error().subject, shop.error().message));
            return {};
        }
        file = *shop;
    }
    auto system = model::system::SystemReader::readFile(file);
    if (system.has_value()) {
        const auto code = services::platform::componentsOf(*system);
        if (code.has_value())
            return *std::move(system);
        say(stderr, u"%1: %2"_s.arg(file, code.error().message));
        return {};
    }
    for (const auto &error : system.error())
        say(stderr, u"%1: %2"_s.arg(error.subject, error.message));
    return {};
}

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
    const auto languages = app::session::Language::choices();
    const QCommandLineOption language(
        u"language"_s, u"What the window is written in, this time: %1."_s.arg(languages.join(u", "_s)),
        u"NAME"_s);
    parser.addOptions({help, version, broker, language});
    parser.addPositionalArgument(u"SYSTEM.json"_s, u"The system to open; the shop when there is none."_s);
    if (!parser.parse(arguments) || parser.positionalArguments().size() > 1) {
        const QString fault = parser.errorText();
        say(stderr,
            (fault.isEmpty() ? u"faultline opens one file."_s : fault) + u"\nTry: faultline --help"_s);
        return {2};
    }
    if (parser.isSet(help)) {
        const QString options = parser.helpText().section(u'\n', 1);
        say(stdout,
            u"Usage: faultline [options] [SYSTEM.json]\n"
            "See one online shop as a monolith and as microservices, both running for real.\n\n"_s
                + options.trimmed());
        return {0};
    }
    if (parser.isSet(version)) {
        say(stdout, u"faultline "_s + QStringLiteral(FAULTLINE_VERSION));
        return {0};
    }
    if (parser.isSet(broker)) {
        const auto known = services::platform::brokerOf(parser.value(broker));
        if (!known.has_value()) {
            say(stderr, u"--broker: "_s + known.error().message);
            return {2};
        }
    }
    const QString spoken = parser.value(language);
    if (parser.isSet(language) && !languages.contains(spoken)) {
        say(stderr, u"--language: Write %1 instead of \"%2\"."_s.arg(languages.join(u", "_s), spoken));
        return {2};
    }
    return {{}, parser.positionalArguments().value(0), parser.value(broker), spoken};
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
    const auto system = systemOf(wish.file);
    return system.has_value() ? open(application, *system, wish) : 2;
}
