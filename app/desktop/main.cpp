// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sitting.h"
#include "wish.h"
#include "words.h"

#include <app/style/sessionbus.h>
#include <services/platform/filelimit.h>

#include <QApplication>
#include <QIcon>

#include <chrono>
#include <cstdlib>

using namespace Qt::StringLiterals;
using app::desktop::say;

namespace {

// Screen readers need the bus, so even a slow one is waited for; usually it answers at once.
constexpr auto patienceWithBus = std::chrono::seconds(2);

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
    const auto wish = app::desktop::wishOf(arguments);
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
    auto system = app::desktop::systemOf(wish.file, faults);
    for (const auto &fault : faults)
        say(stderr, fault);
    return system.has_value() ? app::desktop::Sitting(application, wish).run(*std::move(system)) : 2;
}
