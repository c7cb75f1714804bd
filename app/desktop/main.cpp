// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/session/settingsfile.h>
#include <app/shell/mainwindow.h>
#include <app/style/appearance.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

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

QString shippedShop(const QString &program)
{
    const QString file = u"faultline/systems/shop.json"_s;
    const QStringList places{QString::fromUtf8(FAULTLINE_SOURCE_RESOURCES) + u"/systems/shop.json"_s,
                             QFileInfo(program).absolutePath() + u"/../share/"_s + file,
                             QStandardPaths::locate(QStandardPaths::GenericDataLocation, file)};
    for (const auto &place : places) {
        if (!place.isEmpty() && QFileInfo::exists(place))
            return QDir::cleanPath(place);
    }
    return {};
}

int open(QApplication &application, const model::system::System &system)
{
    app::session::SettingsFile file;
    const auto loaded = file.load();
    app::style::Appearance appearance(application);
    appearance.setPreference(app::style::preferenceOfWord(loaded.settings.appearance));
    app::shell::LiveShop shop({system,
                               {model::packaging::monolith(system), model::packaging::microservices(system)},
                               loaded.settings.shoppersPerSecond});
    int result = 0;
    {
        app::shell::MainWindow window(shop, appearance, loaded.settings);
        window.showNotice(loaded.notice);
        shop.start();
        window.QWidget::show();
        result = QApplication::exec();
        if (const auto saved = file.save(window.settings()); !saved.has_value())
            say(stderr, saved.error().message);
    }
    return result;
}

} // namespace

int main(int argc, char *argv[])
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"See one online shop as a monolith and as microservices, both running for real."_s);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(u"SYSTEM.json"_s, u"The system to open; the shop when there is none."_s,
                                 u"[SYSTEM.json]"_s);
    QCoreApplication::setApplicationName(u"faultline"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FAULTLINE_VERSION));
    QStringList arguments;
    for (int index = 0; index < argc; ++index)
        arguments << QString::fromLocal8Bit(argv[index]);
    if (!parser.parse(arguments)) {
        say(stderr, parser.errorText() + u"\nTry: faultline --help"_s);
        return 2;
    }
    if (parser.isSet(help)) {
        say(stdout, parser.helpText());
        return 0;
    }
    if (parser.isSet(version)) {
        say(stdout, u"faultline "_s + QCoreApplication::applicationVersion());
        return 0;
    }
    const auto files = parser.positionalArguments();
    const QString file = files.isEmpty() ? shippedShop(arguments.front()) : files.front();
    const auto system = model::system::SystemReader::readFile(file);
    if (!system.has_value()) {
        for (const auto &error : system.error())
            say(stderr, u"%1: %2"_s.arg(error.subject, error.message));
        return 2;
    }
    if (!hasDisplay()) {
        say(stderr,
            u"Faultline needs a display, and there is none here. Without one, play a scenario:\n"
            "  faultline-lab run kill-catalogue.json   (from a checkout: ./dev lab run resources/scenarios/kill-catalogue.json)"_s);
        return 2;
    }
    QApplication application(argc, argv);
    qputenv("QT_NO_GLIB", "1"); // for the threads of the instances; the window keeps the desktop's loop
    return open(application, *system);
}
