// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "predictcommand.h"

#include "arguments.h"
#include "inputs.h"
#include "predictionreport.h"

#include <model/analysis/blastradius.h>
#include <model/analysis/singlepoints.h>
#include <model/operation/faultcheck.h>
#include <model/operation/faulttext.h>
#include <model/packaging/presets.h>

#include <QJsonDocument>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::analysis::Situation;
using model::operation::Fault;
using model::result::Errors;
using model::result::Kind;

namespace {

constexpr std::pair mostShoppers{0, 10'000};
constexpr std::pair momentsAllowed{1, 3'600}; // seconds

template<typename T>
tl::unexpected<Errors> passedOn(const Checked<T> &wrong)
{
    return tl::unexpected(wrong.error());
}

tl::unexpected<Errors> refused(const QString &option, const QString &message)
{
    return tl::unexpected(Errors{{Kind::InvalidInput, message, option}});
}

Checked<model::packaging::Packaging> packagingOf(const QCommandLineParser &parser,
                                                 const model::system::System &system)
{
    const auto packagings = Inputs::packagings(parser, system);
    if (!packagings)
        return passedOn(packagings);
    if (packagings->size() > 1)
        return refused(u"--packaging"_s, u"One prediction is about one packaging. Name one of them."_s);
    return packagings->empty() ? model::packaging::microservices(system) : packagings->front();
}

Checked<std::vector<Fault>> faultsOf(const QCommandLineParser &parser, const Situation &situation)
{
    std::vector<Fault> faults;
    Errors errors;
    const auto add = [&errors](const Errors &more) { errors.insert(errors.end(), more.begin(), more.end()); };
    for (const QString &text : parser.values(u"fault"_s)) {
        const auto fault = model::operation::readFault(text, situation.system);
        if (!fault) {
            add(fault.error());
            continue;
        }
        const auto &fleet = fault->target.fleet;
        if (!fleet.isEmpty() && fleet != situation.packaging.id)
            errors.push_back({Kind::InvalidInput,
                              u"This is about \"%1\". Write --packaging %2, or leave the \"@%2\" out."_s.arg(
                                  situation.packaging.id.value, fleet.value),
                              text});
        add(errorsOf(*fault, situation.packaging));
        faults.push_back(*fault);
    }
    if (!errors.empty())
        return tl::unexpected(std::move(errors));
    return faults;
}

Checked<Situation> situationOf(const QCommandLineParser &parser)
{
    const auto system = Inputs::system(parser);
    if (!system)
        return passedOn(system);
    Situation situation;
    situation.system = *system;
    const auto packaging = packagingOf(parser, *system);
    if (!packaging)
        return passedOn(packaging);
    situation.packaging = *packaging;
    const auto policies = Inputs::policies(parser);
    if (!policies)
        return passedOn(policies);
    situation.policies = policies->value_or(model::operation::usualPolicies());
    const auto faults = faultsOf(parser, situation);
    if (!faults)
        return passedOn(faults);
    situation.faults = *faults;
    const auto shoppers = Inputs::integer(parser, u"shoppers"_s, 40, mostShoppers);
    if (!shoppers)
        return passedOn(shoppers);
    situation.load.shoppersPerSecond = *shoppers;
    const auto after = Inputs::integer(parser, u"after"_s, 30, momentsAllowed);
    if (!after)
        return passedOn(after);
    situation.moment = std::chrono::seconds(*after);
    return situation;
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({u"fault"_s,
                      u"A fault, as \"faultline-lab faults\" tells; may be given several times."_s,
                      u"FAULT"_s});
    parser.addOption({u"rank"_s,
                      u"Which single loss would cost most, instead: one instance of each unit, each "
                      u"database, the broker, each line, on top of the faults given."_s});
    parser.addOption({u"shoppers"_s, u"Shoppers per second. Without it: 40."_s, u"N"_s});
    parser.addOption(
        {u"after"_s,
         u"How many seconds the faults have been in force at the moment that is predicted. Without "
         u"it: 30."_s,
         u"SECONDS"_s});
    parser.addOption({u"json"_s, u"As JSON."_s});
    Inputs::addSystem(parser);
    Inputs::addPackaging(parser, u"Without it: microservices."_s);
    Inputs::addPolicies(parser, u"usual"_s);
}

QByteArray dataOf(const QCommandLineParser &parser, const Situation &situation)
{
    const bool isJson = parser.isSet(u"json"_s);
    if (parser.isSet(u"rank"_s)) {
        const auto points = model::analysis::singlePoints(situation);
        return isJson ? QJsonDocument(toJson(points, situation)).toJson()
                      : rankTable(points, situation).toLocal8Bit();
    }
    const auto radius = model::analysis::blastRadius(situation);
    return isJson ? QJsonDocument(toJson(radius, situation)).toJson()
                  : predictionTable(radius, situation).toLocal8Bit();
}

} // namespace

ExitCode predict(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Predicts what customers can still do while faults are in force, and "
                                     u"why, from the system's file alone: "
                                     u"nothing is run."_s);
    addOptions(parser);
    if (const auto end = parse(parser, arguments, 0))
        return *end;
    if (!parser.isSet(u"fault"_s) && !parser.isSet(u"rank"_s)) {
        say(u"--fault: Nothing to predict: name a fault (\"crash:payments\"), or ask for --rank."_s);
        return ExitCode::BadInput;
    }
    const auto situation = situationOf(parser);
    if (!situation) {
        say(situation.error());
        return ExitCode::BadInput;
    }
    return writeData(dataOf(parser, *situation)) ? ExitCode::Well : ExitCode::BadInput;
}

} // namespace services::lab
