// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "verifyorder.h"

#include <model/generation/randomsystem.h>
#include <model/operation/faultcheck.h>
#include <model/operation/faulttext.h>
#include <model/packaging/presets.h>
#include <services/platform/components.h>
#include <services/verification/trials.h>

#include <algorithm>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::operation::Fault;
using model::operation::PolicyBook;
using model::packaging::Packaging;
using model::result::Errors;
using model::result::Kind;
using model::system::System;
using verification::Company;
using verification::Series;
using verification::Shape;
using verification::Trial;

namespace {

constexpr int everyTrial = 1'000'000;
constexpr int trialsOfRandom = 4; // on each fleet, where there are many systems

struct Protection
{
    QString name;
    PolicyBook book;
};

// What is done to fleets, whatever their shape.
struct Wishes
{
    std::vector<Protection> protections;
    std::vector<std::vector<Fault>> faults; // empty: each that there is
    bool pairs = false;
    int instances = 0; // of each unit, one of which is hit; 0: as packaged
    int trials = everyTrial; // on each fleet
    int perJourney = 10; // attempts a second
    quint64 seed = 1;
};

tl::unexpected<Errors> refused(const QString &option, const QString &message)
{
    return tl::unexpected(Errors{{Kind::InvalidInput, message, option}});
}

Checked<std::vector<Protection>> protections(const QCommandLineParser &parser)
{
    std::vector<Protection> all;
    for (const auto &name :
         parser.isSet(u"policies"_s) ? parser.values(u"policies"_s) : QStringList{u"none"_s, u"all"_s}) {
        if (name == u"none")
            all.push_back({name, model::operation::noPolicies()});
        else if (name == u"usual")
            all.push_back({name, model::operation::usualPolicies()});
        else if (name == u"all")
            all.push_back({name, model::operation::allPolicies()});
        else
            return refused(u"--policies"_s, u"\"%1\" is not known. Write none, usual or all."_s.arg(name));
    }
    return all;
}

// Each time those which are to be in force together.
Checked<std::vector<std::vector<Fault>>> faults(const QCommandLineParser &parser, const System &system)
{
    std::vector<std::vector<Fault>> all;
    Errors errors;
    for (const auto &texts : parser.values(u"fault"_s)) {
        std::vector<Fault> together;
        for (const auto &text : texts.split(u'+')) {
            const auto fault = model::operation::readFault(text, system);
            if (fault)
                together.push_back(*fault);
            else
                errors.insert(errors.end(), fault.error().begin(), fault.error().end());
        }
        all.push_back(std::move(together));
    }
    if (!errors.empty())
        return tl::unexpected(std::move(errors));
    return all;
}

std::vector<Trial> trialsFor(const System &system, const Packaging &packaging, const Wishes &wishes)
{
    std::vector<Trial> trials;
    if (!wishes.faults.empty())
        trials = verification::trialsOf(wishes.faults);
    else if (wishes.pairs)
        trials = verification::pairTrials(system, packaging);
    else if (wishes.instances > 0)
        trials = verification::oneInstanceTrials(system, packaging);
    else
        trials = verification::singleTrials(system, packaging);
    std::erase_if(trials, [&](const Trial &trial) {
        const auto &fleet = trial.faults.front().target.fleet;
        return !fleet.isEmpty() && fleet != packaging.id;
    });
    trials = verification::mixed(std::move(trials), wishes.seed);
    if (trials.size() > static_cast<std::size_t>(wishes.trials))
        trials.resize(static_cast<std::size_t>(wishes.trials));
    return trials;
}

Checked<void> add(std::vector<Series> &series, Shape shape, const Wishes &wishes)
{
    const auto all = trialsFor(shape.system, shape.packaging, wishes);
    const auto known = std::make_shared<const Shape>(std::move(shape));
    Series together{known, {}, Company::Many};
    Series heavy{known, {}, Company::Half};
    for (const auto &trial : all)
        (verification::takesAProcessor(trial) ? heavy : together).trials.push_back(trial);
    series.push_back(std::move(together));
    series.push_back(std::move(heavy));
    return {};
}

Checked<void> addSystem(std::vector<Series> &series,
                        const System &declared,
                        const std::vector<Packaging> &chosen,
                        const Wishes &wishes)
{
    const auto factory = platform::componentsOf(declared);
    if (!factory)
        return tl::unexpected(Errors{factory.error()});
    auto packagings = chosen;
    for (const auto &id : chosen.empty() ? model::packaging::presetIds() : QStringList())
        packagings.push_back(*model::packaging::preset(id, declared));
    for (auto &packaging : packagings) {
        if (wishes.instances > 0)
            packaging = verification::withInstances(std::move(packaging), wishes.instances);
        for (const auto &protection : wishes.protections) {
            Shape shape{verification::triedSystem(declared),
                        *factory,
                        packaging,
                        protection.name,
                        protection.book,
                        0};
            shape.shoppersPerSecond = verification::shoppersPerSecond(shape.system, wishes.perJourney);
            if (const auto added = add(series, std::move(shape), wishes); !added)
                return added;
        }
    }
    return {};
}

Checked<std::vector<Series>> randomSeries(const QCommandLineParser &parser, int systems, Wishes wishes)
{
    std::vector<Series> series;
    for (int i = 0; i < systems; ++i) {
        const auto system = model::generation::randomSystem(wishes.seed + static_cast<quint64>(i));
        const auto packagings = Inputs::packagings(parser, system);
        if (!packagings)
            return tl::unexpected(packagings.error());
        if (const auto added = addSystem(series, system, *packagings, wishes); !added)
            return tl::unexpected(added.error());
    }
    return series;
}

Checked<std::vector<Series>> declaredSeries(const QCommandLineParser &parser, Wishes wishes)
{
    const auto system = Inputs::system(parser);
    if (!system)
        return tl::unexpected(system.error());
    const auto packagings = Inputs::packagings(parser, *system);
    if (!packagings)
        return tl::unexpected(packagings.error());
    auto wanted = faults(parser, *system);
    if (!wanted)
        return tl::unexpected(wanted.error());
    wishes.faults = *std::move(wanted);
    std::vector<Series> series;
    if (const auto added = addSystem(series, *system, *packagings, wishes); !added)
        return tl::unexpected(added.error());
    return series;
}

Checked<double> share(const QCommandLineParser &parser)
{
    bool isNumber = false;
    const double number = parser.value(u"at-least"_s).toDouble(&isNumber);
    if (!isNumber || number < 0 || number > 1)
        return refused(
            u"--at-least"_s,
            u"\"%1\" is not a share. Write a number from 0 to 1."_s.arg(parser.value(u"at-least"_s)));
    return number;
}

struct Numbers
{
    int random = 0;
    int minutes = 0; // 0: no limit
    int lanes = verification::Sweep::Options().lanes;
    int perJourney = 10;
    int trials = 0; // 0: as many as usual
    int instances = 0; // 0: as packaged
    double atLeast = 1;
    quint64 seed = 1;
    std::vector<Protection> protections;
};

Checked<Numbers> numbers(const QCommandLineParser &parser)
{
    Numbers numbers;
    Errors errors;
    const auto take = [&errors](const auto &read, auto &number) {
        if (read)
            number = *read;
        else
            errors.insert(errors.end(), read.error().begin(), read.error().end());
    };
    take(Inputs::integer(parser, u"random"_s, 0, {1, 1000}), numbers.random);
    take(Inputs::integer(parser, u"minutes"_s, 0, {1, 10'000}), numbers.minutes);
    take(Inputs::integer(parser, u"lanes"_s, numbers.lanes, {1, 32}), numbers.lanes);
    take(Inputs::integer(parser, u"rate"_s, numbers.perJourney, {1, 1000}), numbers.perJourney);
    take(Inputs::integer(parser, u"trials"_s, 0, {1, everyTrial}), numbers.trials);
    take(Inputs::integer(parser, u"instances"_s, 0, {2, 8}), numbers.instances);
    take(share(parser), numbers.atLeast);
    take(protections(parser), numbers.protections);
    const auto seed = Inputs::seed(parser);
    if (seed)
        numbers.seed = seed->value_or(1);
    else
        errors.insert(errors.end(), seed.error().begin(), seed.error().end());
    if (!errors.empty())
        return tl::unexpected(std::move(errors));
    return numbers;
}

} // namespace

Checked<VerifyOrder> verifyOrder(const QCommandLineParser &parser)
{
    const auto given = numbers(parser);
    if (!given)
        return tl::unexpected(given.error());
    if (given->random > 0 && (parser.isSet(u"system"_s) || parser.isSet(u"fault"_s)))
        return refused(u"--random"_s,
                       u"Random systems have other faults than a system of your own: leave "
                       u"--system and --fault out."_s);
    if (parser.isSet(u"pairs"_s) && parser.isSet(u"fault"_s))
        return refused(u"--pairs"_s, u"Name faults, or ask for pairs, not both."_s);
    Wishes wishes;
    wishes.protections = given->protections;
    wishes.pairs = parser.isSet(u"pairs"_s);
    wishes.instances = given->instances;
    wishes.perJourney = given->perJourney;
    wishes.seed = given->seed;
    wishes.trials = given->random > 0 ? trialsOfRandom : everyTrial;
    if (given->trials > 0)
        wishes.trials = given->trials;
    auto series
        = given->random > 0 ? randomSeries(parser, given->random, wishes) : declaredSeries(parser, wishes);
    if (!series)
        return tl::unexpected(series.error());
    VerifyOrder order{*std::move(series), given->seed, given->lanes, {}, given->atLeast};
    if (given->minutes > 0)
        order.budget = std::chrono::minutes(given->minutes);
    return order;
}

} // namespace services::lab
