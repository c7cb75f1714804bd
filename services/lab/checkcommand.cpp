// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checkcommand.h"

#include "arguments.h"

#include <model/system/systemreader.h>

namespace services::lab {

using namespace Qt::StringLiterals;

ExitCode check(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Checks a system's file and says everything that is wrong with it, with the "
        u"place in the file and the remedy. Exit 0: all is well; 2: it is not."_s);
    parser.addPositionalArgument(u"SYSTEM.json"_s, u"The system's file."_s);
    if (const auto end = parse(parser, arguments, 1))
        return *end;
    const QString path = parser.positionalArguments().first();
    const auto system = model::system::SystemReader::readFile(path);
    if (!system) {
        say(system.error());
        return ExitCode::BadInput;
    }
    say(u"%1: all is well. \"%2\" has %3 capabilities, %4 topics, %5 teams and %6 journeys."_s
            .arg(path, system->title)
            .arg(system->capabilities.size())
            .arg(system->topics.size())
            .arg(system->teams.size())
            .arg(system->journeys.size()));
    return ExitCode::Well;
}

} // namespace services::lab
