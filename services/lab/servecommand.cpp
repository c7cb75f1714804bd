// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servecommand.h"

#include "arguments.h"
#include "datafolder.h"
#include "inputs.h"
#include "servesession.h"

#include <model/packaging/presets.h>
#include <services/platform/components.h>
#include <services/platform/stopsignals.h>
#include <services/platform/templatecache.h>

#include <QCoreApplication>

namespace services::lab {

using namespace Qt::StringLiterals;

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Runs fleets until it is sent SIGTERM or SIGINT. When all instances are healthy "
        u"it writes one line of JSON: where they are, and how to steer them."_s);
    Inputs::addSystem(parser);
    Inputs::addPackaging(
        parser, u"Serves this packaging; may be repeated. Without it: monolith and microservices."_s);
    Inputs::addRunning(parser);
    parser.addOption(
        {u"shoppers"_s, u"How many shoppers a second arrive at each fleet. Without it: 0."_s, u"N"_s});
    Inputs::addPolicies(parser, u"usual"_s);
    Inputs::addSafeguards(parser, u"all are on"_s);
    Inputs::addBroker(parser, u"embedded:"_s);
    parser.addOption({u"port-base"_s,
                      u"The port of the first fleet's storefront; the next fleet's is one higher. "
                      u"Without it: free ports."_s,
                      u"PORT"_s});
}

Checked<platform::PlatformOptions> optionsOf(const QCommandLineParser &parser)
{
    auto system = Inputs::system(parser);
    if (!system)
        return tl::unexpected(std::move(system.error()));
    const auto packagings = Inputs::packagings(parser, *system);
    const auto seed = Inputs::seed(parser);
    const auto shoppers = Inputs::integer(parser, u"shoppers"_s, 0, {0, 10'000});
    const auto policies = Inputs::policies(parser);
    const auto safeguards = Inputs::safeguards(parser);
    const auto broker = Inputs::broker(parser, u"embedded:"_s);
    const auto port = Inputs::integer(parser, u"port-base"_s, 0, {1, 65'500});
    model::result::Errors errors;
    const auto collect = [&errors](const auto &read) {
        if (!read)
            errors.insert(errors.end(), read.error().begin(), read.error().end());
    };
    collect(packagings);
    collect(seed);
    collect(shoppers);
    collect(policies);
    collect(safeguards);
    collect(broker);
    collect(port);
    if (!errors.empty())
        return tl::unexpected(std::move(errors));

    platform::PlatformOptions options;
    options.packagings = *packagings;
    if (options.packagings.empty())
        options.packagings = {model::packaging::monolith(*system), model::packaging::microservices(*system)};
    options.system = *std::move(system);
    options.seed = seed->value_or(options.seed);
    options.shoppersPerSecond = *shoppers;
    options.fleets.policies = policies->value_or(options.fleets.policies);
    options.fleets.safeguards = safeguards->value_or(options.fleets.safeguards);
    options.fleets.broker = *broker;
    options.fleets.isForOneRun = !parser.isSet(u"data"_s);
    options.fleets.entryPort = static_cast<quint16>(*port);
    return options;
}

} // namespace

ExitCode serve(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (const auto end = parse(parser, arguments, 0))
        return *end;
    auto options = optionsOf(parser);
    if (!options) {
        say(options.error());
        return ExitCode::BadInput;
    }
    const auto factory = platform::componentsOf(options->system);
    const auto data = DataFolder::of(parser);
    if (!factory || !data) {
        say(factory ? data.error() : factory.error());
        return ExitCode::BadInput;
    }
    options->dataFolder = data->path();
    options->templatesFolder = platform::templateCache();

    ServeSession session(*std::move(options), *factory);
    platform::StopSignals stop;
    QObject::connect(&stop, &platform::StopSignals::stopRequested, &session, &ServeSession::stop);
    session.begin();
    QCoreApplication::exec();
    return session.exitCode();
}

} // namespace services::lab
