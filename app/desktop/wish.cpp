// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wish.h"

#include "words.h"

#include <app/session/language.h>
#include <services/platform/brokerchoice.h>

#include <QCommandLineParser>

namespace app::desktop {

using namespace Qt::StringLiterals;

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

} // namespace app::desktop
