// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inputs.h"

#include <model/operation/scenarioreader.h>
#include <model/packaging/packagingreader.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>
#include <services/platform/brokerchoice.h>
#include <services/platform/resourcefinder.h>

#include <QFileInfo>

#include <algorithm>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::operation::Scenario;
using model::packaging::Packaging;
using model::result::Error;
using model::result::Errors;
using model::result::Kind;
using model::system::System;

namespace {

tl::unexpected<Errors> refused(Error error)
{
    return tl::unexpected(Errors{std::move(error)});
}

Checked<Packaging> packagingNamed(const QString &name, const System &system)
{
    if (auto preset = model::packaging::preset(name, system))
        return *std::move(preset);
    if (!QFileInfo::exists(name))
        return refused({Kind::InvalidInput,
                        u"\"%1\" is neither a file nor one of %2."_s.arg(
                            name, model::packaging::presetIds().join(u", "_s)),
                        u"--packaging"_s});
    return model::packaging::PackagingReader::readFile(name, system);
}

} // namespace

void Inputs::addSystem(QCommandLineParser &parser)
{
    parser.addOption({u"system"_s, u"The system's file. Without it: the shop."_s, u"FILE"_s});
}

void Inputs::addPackaging(QCommandLineParser &parser, const QString &description)
{
    parser.addOption({u"packaging"_s, description, u"monolith|by-team|microservices|FILE"_s});
}

void Inputs::addRunning(QCommandLineParser &parser)
{
    parser.addOption(
        {u"data"_s,
         u"The folder for the databases, which stay there. Without it: a temporary folder, removed at "
         u"the end."_s,
         u"DIR"_s});
    parser.addOption({u"seed"_s, u"The seed of everything random."_s, u"N"_s});
}

void Inputs::addSafeguards(QCommandLineParser &parser, const QString &without)
{
    QString description
        = u"Runs without this pattern, to show what it is good for; may be repeated. Without it: %1."_s.arg(
            without);
    for (const auto &each : model::operation::safeguardTable())
        description += u" %1: %2"_s.arg(QLatin1StringView(each.word), QLatin1StringView(each.without));
    parser.addOption({u"without"_s, description, model::operation::safeguardWords().join(u'|')});
}

void Inputs::addBroker(QCommandLineParser &parser, const QString &without)
{
    parser.addOption({u"broker"_s,
                      u"What messages go through: %1 Nothing else is connected to. Without it: %2."_s.arg(
                          platform::brokerHelp(), without),
                      u"URL"_s});
}

void Inputs::addPolicies(QCommandLineParser &parser, const QString &without)
{
    parser.addOption({u"policies"_s,
                      u"The policies in force at the start: none, usual (a timeout and retries within a "
                      u"budget) or all. Without it: %1."_s.arg(without),
                      u"none|usual|all"_s});
}

Checked<System> Inputs::system(const QCommandLineParser &parser)
{
    if (parser.isSet(u"system"_s))
        return model::system::SystemReader::readFile(parser.value(u"system"_s));
    const auto file = platform::ResourceFinder().find(u"systems/shop.json"_s);
    if (!file)
        return refused(file.error());
    return model::system::SystemReader::readFile(*file);
}

Checked<std::vector<Packaging>> Inputs::packagings(const QCommandLineParser &parser, const System &system)
{
    std::vector<Packaging> packagings;
    Errors errors;
    for (const auto &name : parser.values(u"packaging"_s)) {
        auto packaging = packagingNamed(name, system);
        if (!packaging) {
            errors.insert(errors.end(), packaging.error().begin(), packaging.error().end());
            continue;
        }
        const auto twin = std::ranges::find(packagings, packaging->id, &Packaging::id);
        if (twin != packagings.end())
            errors.push_back({Kind::InvalidInput,
                              u"Two packagings are called \"%1\"."_s.arg(packaging->id.value),
                              u"--packaging"_s});
        packagings.push_back(*std::move(packaging));
    }
    if (!errors.empty())
        return tl::unexpected(std::move(errors));
    return packagings;
}

Checked<Scenario> Inputs::scenario(const QString &name, const System &system)
{
    const bool isBareName = !name.contains(u'/') && !name.endsWith(u".json") && !QFileInfo::exists(name);
    const auto own = platform::ResourceFinder().find(u"scenarios/%1.json"_s.arg(name));
    return model::operation::ScenarioReader::readFile(isBareName && own ? *own : name, system);
}

Checked<std::optional<model::operation::PolicyBook>> Inputs::policies(const QCommandLineParser &parser)
{
    std::optional<model::operation::PolicyBook> book;
    if (!parser.isSet(u"policies"_s))
        return book;
    const auto name = parser.value(u"policies"_s);
    book = model::operation::policyBookNamed(name);
    if (!book)
        return refused({Kind::InvalidInput,
                        u"\"%1\" is not allowed. Write one of %2."_s.arg(
                            name, model::operation::policyBookNames().join(u", "_s)),
                        u"--policies"_s});
    return book;
}

Checked<std::optional<model::operation::Safeguards>> Inputs::safeguards(const QCommandLineParser &parser)
{
    std::optional<model::operation::Safeguards> safeguards;
    for (const auto &word : parser.values(u"without"_s)) {
        const auto safeguard = model::operation::safeguardOfWord(word);
        if (!safeguard)
            return refused({Kind::InvalidInput,
                            u"\"%1\" is not allowed. Write one of %2."_s.arg(
                                word, model::operation::safeguardWords().join(u", "_s)),
                            u"--without"_s});
        if (!safeguards)
            safeguards.emplace();
        safeguards->set(*safeguard, false);
    }
    return safeguards;
}

Checked<std::optional<quint64>> Inputs::seed(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"seed"_s))
        return std::optional<quint64>();
    bool isNumber = false;
    const quint64 seed = parser.value(u"seed"_s).toULongLong(&isNumber);
    if (!isNumber)
        return refused({Kind::InvalidInput,
                        u"\"%1\" is not a seed. Write a whole number from 0."_s.arg(parser.value(u"seed"_s)),
                        u"--seed"_s});
    return std::optional<quint64>(seed);
}

Checked<broker::BrokerUrl> Inputs::broker(const QCommandLineParser &parser, const QString &fallback)
{
    const bool isSet = parser.isSet(u"broker"_s);
    auto read = platform::brokerOf(isSet ? parser.value(u"broker"_s) : fallback);
    if (read)
        return *std::move(read);
    auto error = read.error();
    error.subject = isSet ? u"--broker"_s : u"/broker"_s;
    return refused(std::move(error));
}

Checked<int> Inputs::integer(const QCommandLineParser &parser,
                             const QString &option,
                             int fallback,
                             std::pair<int, int> range)
{
    if (!parser.isSet(option))
        return fallback;
    bool isNumber = false;
    const int number = parser.value(option).toInt(&isNumber);
    if (isNumber && number >= range.first && number <= range.second)
        return number;
    return refused({Kind::InvalidInput,
                    u"\"%1\" is not allowed. Write a whole number from %2 to %3."_s.arg(parser.value(option))
                        .arg(range.first)
                        .arg(range.second),
                    u"--"_s + option});
}

} // namespace services::lab
