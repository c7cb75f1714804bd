// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditcommand.h"
#include "capacitycommand.h"
#include "checkcommand.h"
#include "faultscommand.h"
#include "generatecommand.h"
#include "layoutcommand.h"
#include "predictcommand.h"
#include "runcommand.h"
#include "servecommand.h"
#include "verifycommand.h"

#include <services/platform/filelimit.h>

#include <QCoreApplication>

#include <csignal>
#include <functional>

namespace {

using namespace Qt::StringLiterals;
using services::lab::ExitCode;
using services::lab::say;
using services::lab::writeData;

struct Command
{
    QString name;
    QString summary;
    std::function<ExitCode(const QStringList &)> perform;
};

std::vector<Command> commands()
{
    return {
        {u"run"_s, u"play a scenario on real fleets and tell what customers could do"_s, services::lab::run},
        {u"serve"_s, u"run fleets until told to stop"_s, services::lab::serve},
        {u"audit"_s, u"say whether the shop's books balance, and what is wrong with them"_s,
         services::lab::audit},
        {u"capacity"_s, u"measure waits and limits beside what is predicted"_s,
         services::lab::measureCapacity},
        {u"predict"_s, u"say what faults do to customers, without running anything"_s,
         services::lab::predict},
        {u"faults"_s, u"tell all faults there are, in plain words"_s, services::lab::faults},
        {u"verify"_s, u"compare predictions with what faults do to real fleets"_s, services::lab::verify},
        {u"check"_s, u"say everything that is wrong with a system's file"_s, services::lab::check},
        {u"generate"_s, u"write the file of a system drawn by lot"_s, services::lab::generate},
        {u"layout"_s, u"draw a system under a packaging"_s, services::lab::layOut},
    };
}

QString usage()
{
    QString text
        = u"Usage: faultline-lab COMMAND [options]\n\nOne online shop as a monolith and as microservices, "
          u"both running for real, without a window.\n\nCommands:\n"_s;
    for (const auto &command : commands())
        text += u"  %1%2\n"_s.arg(command.name.leftJustified(10), command.summary);
    return text
        + u"\n\"faultline-lab COMMAND --help\" tells a command's options. Data goes to the standard output, "
          u"words to "
          u"the standard error.\nExit: 0 all is well, 1 not as expected, 2 bad input.\n"_s;
}

ExitCode perform(const QStringList &arguments)
{
    const QString name = arguments.value(1);
    if (name == u"--help" || name == u"-h")
        return writeData(usage().toLocal8Bit()) ? ExitCode::Well : ExitCode::BadInput;
    if (name == u"--version" || name == u"-v")
        return writeData(QByteArray("faultline-lab " FAULTLINE_VERSION "\n")) ? ExitCode::Well
                                                                              : ExitCode::BadInput;
    for (const auto &command : commands()) {
        if (command.name == name)
            return command.perform(arguments);
    }
    say(name.isEmpty() ? usage() : u"There is no command \"%1\".\n\n%2"_s.arg(name, usage()));
    return ExitCode::BadInput;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1"); // its event dispatcher is 7-24 % slower for many sockets
    services::platform::raiseFileLimit();
    std::signal(SIGPIPE, SIG_IGN); // a reader of stdout that has gone is an error of writeData
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"faultline-lab"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(FAULTLINE_VERSION));
    return static_cast<int>(perform(QCoreApplication::arguments()));
}
