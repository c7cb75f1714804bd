// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arguments.h"

namespace services::lab {

using namespace Qt::StringLiterals;

namespace {

// Qt's own text, with the name by which the command is called instead of the program's path.
QString helpOf(const QCommandLineParser &parser, const QString &command)
{
    const QString text = parser.helpText();
    return u"Usage: faultline-lab "_s + command + text.mid(text.indexOf(u" [options]"_s));
}

} // namespace

std::optional<ExitCode> parse(QCommandLineParser &parser, const QStringList &arguments, int positionals)
{
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Displays this help."_s);
    parser.addOption(help);
    const QString hint = u"See faultline-lab %1 --help."_s.arg(arguments.value(1));
    // The command's name takes the place of the program's.
    if (!parser.parse(arguments.mid(1))) {
        say(u"%1. %2"_s.arg(parser.errorText(), hint));
        return ExitCode::BadInput;
    }
    if (parser.isSet(help)) {
        return writeData(helpOf(parser, arguments.value(1)).toLocal8Bit()) ? ExitCode::Well
                                                                           : ExitCode::BadInput;
    }
    if (parser.positionalArguments().size() != positionals) {
        say(u"%1 takes %2 file names, not %3. %4"_s.arg(arguments.value(1))
                .arg(positionals)
                .arg(parser.positionalArguments().size())
                .arg(hint));
        return ExitCode::BadInput;
    }
    return std::nullopt;
}

} // namespace services::lab
