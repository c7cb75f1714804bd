// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runcommand.h"

#include "arguments.h"
#include "datafolder.h"
#include "inputs.h"
#include "runsession.h"
#include "runtable.h"

#include <services/experiment/reportwriter.h>
#include <services/platform/components.h>
#include <services/platform/stopsignals.h>
#include <services/platform/templatecache.h>

#include <QCoreApplication>
#include <QJsonDocument>

namespace services::lab {

using namespace Qt::StringLiterals;
using experiment::RunResult;
using model::operation::Scenario;
using model::system::System;

namespace {

// What the command line asks for, read and checked.
struct Order
{
    System system;
    Scenario scenario;
    broker::BrokerUrl broker;
};

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Plays a scenario on real fleets and tells what customers could do, before, "
        u"during and after each fault. Exit 0: all expectations hold and the books balance; 1: one "
        u"does not hold, something was waited for in vain, or the books do not balance; 2: bad input."_s);
    parser.addPositionalArgument(u"SCENARIO.json"_s,
                                 u"The scenario's file, or the name of one that comes with the "
                                 u"program (kill-catalogue)."_s);
    parser.addOption({u"json"_s, u"Writes the result as JSON instead of a table."_s});
    parser.addOption({u"report"_s, u"Writes a report for people as well, a page that needs no other file."_s,
                      u"OUT.html"_s});
    Inputs::addSystem(parser);
    Inputs::addPackaging(
        parser,
        u"Runs this packaging only; may be repeated. Expectations on other ones are left out; when none is "
        u"left, the run ends with 1. Without it: those of the scenario."_s);
    Inputs::addPolicies(parser, u"those of the scenario"_s);
    Inputs::addSafeguards(parser, u"as the scenario says"_s);
    Inputs::addBroker(parser, u"the one of the scenario, or embedded:"_s);
    Inputs::addRunning(parser);
}

// Keeps the scenario's own fleet where it has one of that name: it may have more instances than the preset.
void chooseFleets(Scenario &scenario, const std::vector<model::packaging::Packaging> &chosen)
{
    std::vector<model::packaging::Packaging> fleets;
    for (const auto &packaging : chosen) {
        const auto *own = scenario.fleet(packaging.id);
        fleets.push_back(own != nullptr ? *own : packaging);
    }
    if (!fleets.empty())
        scenario.fleets = std::move(fleets);
}

Checked<Order> orderOf(const QCommandLineParser &parser)
{
    auto system = Inputs::system(parser);
    if (!system)
        return tl::unexpected(std::move(system.error()));
    model::result::Errors errors;
    const auto collect = [&errors](const auto &read) {
        if (!read)
            errors.insert(errors.end(), read.error().begin(), read.error().end());
    };
    auto scenario = Inputs::scenario(parser.positionalArguments().first(), *system);
    const auto packagings = Inputs::packagings(parser, *system);
    const auto policies = Inputs::policies(parser);
    const auto safeguards = Inputs::safeguards(parser);
    const auto seed = Inputs::seed(parser);
    collect(scenario);
    collect(policies);
    collect(safeguards);
    collect(packagings);
    collect(seed);
    Checked<broker::BrokerUrl> broker;
    if (scenario) {
        broker = Inputs::broker(parser, scenario->broker);
        collect(broker);
    }
    if (!errors.empty())
        return tl::unexpected(std::move(errors));
    chooseFleets(*scenario, *packagings);
    scenario->policies = policies->value_or(scenario->policies);
    scenario->safeguards = safeguards->value_or(scenario->safeguards);
    scenario->seed = seed->value_or(scenario->seed);
    return Order{*std::move(system), *std::move(scenario), *std::move(broker)};
}

ExitCode tell(const QCommandLineParser &parser, const RunResult &result, const System &system)
{
    const auto data = parser.isSet(u"json"_s)
        ? QJsonDocument(experiment::toJson(result)).toJson(QJsonDocument::Compact) + '\n'
        : runTable(result, system).toLocal8Bit();
    if (!writeData(data))
        return ExitCode::BadInput;
    if (!parser.isSet(u"report"_s))
        return ExitCode::Well;
    const auto written = experiment::ReportWriter::write(parser.value(u"report"_s),
                                                         experiment::ReportWriter::html(result, system));
    if (!written)
        say(written.error());
    return written ? ExitCode::Well : ExitCode::BadInput;
}

} // namespace

ExitCode run(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (const auto end = parse(parser, arguments, 1))
        return *end;
    const auto order = orderOf(parser);
    if (!order) {
        say(order.error());
        return ExitCode::BadInput;
    }
    const auto factory = platform::componentsOf(order->system);
    const auto data = DataFolder::of(parser);
    if (!factory || !data) {
        say(factory ? data.error() : factory.error());
        return ExitCode::BadInput;
    }

    platform::PlatformOptions options;
    options.system = order->system;
    options.packagings = order->scenario.fleets;
    options.dataFolder = data->path();
    options.templatesFolder = platform::templateCache();
    options.seed = order->scenario.seed;
    options.fleets.policies = order->scenario.policies;
    options.fleets.safeguards = order->scenario.safeguards;
    options.journeys = order->scenario.load.journeys;
    options.fleets.broker = order->broker;
    options.fleets.isForOneRun = !parser.isSet(u"data"_s);
    RunSession session(std::move(options), *factory, order->scenario);
    platform::StopSignals stop;
    QObject::connect(&stop, &platform::StopSignals::stopRequested, &session, &RunSession::interrupt);
    session.begin();
    QCoreApplication::exec();

    if (!session.result())
        return session.exitCode();
    const auto told = tell(parser, *session.result(), order->system);
    return told == ExitCode::Well ? session.exitCode() : told;
}

} // namespace services::lab
