// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capacityorder.h"

#include <model/analysis/capacity.h>
#include <model/packaging/presets.h>
#include <model/packaging/regroup.h>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::packaging::Packaging;
using model::result::Error;
using model::result::Errors;
using model::result::Kind;
using model::system::System;

namespace {

constexpr double mostShoppers = 10'000;
constexpr double largestError = 1000; // a share: for those who only want figures

Errors refused(const QString &option, const QString &words)
{
    return {Error{Kind::InvalidInput, words, u"--"_s + option}};
}

Checked<std::vector<double>> loadsOf(const QCommandLineParser &parser)
{
    std::vector<double> loads;
    const QString text = parser.value(u"loads"_s);
    for (const QString &each : text.split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        loads.push_back(each.trimmed().toDouble(&isNumber));
        if (!isNumber || !(loads.back() > 0 && loads.back() <= mostShoppers))
            return tl::unexpected(refused(
                u"loads"_s, u"\"%1\" is no load. Write shoppers per second, such as 20,40,60."_s.arg(each)));
    }
    return loads;
}

Checked<double> atMostOf(const QCommandLineParser &parser)
{
    bool isNumber = false;
    const double share = parser.value(u"at-most"_s).toDouble(&isNumber);
    if (!isNumber || !(share >= 0 && share <= largestError))
        return tl::unexpected(
            refused(u"at-most"_s,
                    u"\"%1\" is no error. Write a share from 0 on, such as 0.05 for 5 %."_s.arg(
                        parser.value(u"at-most"_s))));
    return share;
}

// "catalogue=2,search=3"
Checked<Packaging> scaled(Packaging packaging, const QString &text, const System &system)
{
    for (const QString &each : text.split(u',', Qt::SkipEmptyParts)) {
        const auto parts = each.split(u'=');
        bool isNumber = false;
        const int instances = parts.value(1).trimmed().toInt(&isNumber);
        if (parts.size() != 2 || !isNumber)
            return tl::unexpected(refused(
                u"instances"_s, u"\"%1\" is not a unit and a number, such as catalogue=2."_s.arg(each)));
        auto changed = model::packaging::Regrouping(system).scale(std::move(packaging),
                                                                  {parts.front().trimmed()}, instances);
        if (!changed)
            return tl::unexpected(refused(u"instances"_s, changed.error().message));
        packaging = *std::move(changed);
    }
    return packaging;
}

// Without an order: the packaging as it is, and with one more of what is full first.
std::vector<Packaging> usualVariants(const System &system, const Packaging &packaging)
{
    std::vector<Packaging> variants{packaging};
    const auto bottleneck = model::analysis::Capacity(system, packaging, {}).bottleneck();
    if (!bottleneck)
        return variants;
    auto more = model::packaging::Regrouping(system).scale(packaging, *bottleneck,
                                                           packaging.unit(*bottleneck)->instances + 1);
    if (more)
        variants.push_back(*std::move(more));
    return variants;
}

Checked<std::vector<Packaging>>
variantsOf(const QCommandLineParser &parser, const Packaging &packaging, const System &system)
{
    if (!parser.isSet(u"instances"_s))
        return usualVariants(system, packaging);
    std::vector<Packaging> variants;
    for (const QString &text : parser.values(u"instances"_s)) {
        auto variant = scaled(packaging, text, system);
        if (!variant)
            return tl::unexpected(std::move(variant.error()));
        variants.push_back(*std::move(variant));
    }
    return variants;
}

} // namespace

void CapacityOrder::describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Measures how long shoppers wait under several loads, and how many the fleet can take, "
        u"on a real fleet, beside what is predicted from the declared work. Tells the error of each point, "
        u"and "
        u"whether the processors, and not the declared work, were scarce. Exit 0: it has been measured, and "
        u"the median errors of the times and of the limits are as small as they must be; 1: they are not; "
        u"2: bad input."_s);
    Inputs::addSystem(parser);
    Inputs::addPackaging(parser, u"The packaging. Without it: microservices."_s);
    parser.addOption(
        {u"loads"_s,
         u"Shoppers per second, such as 20,40,60. Without it: 20, 40, 55, 70 and 85 % of the predicted "
         u"limit."_s,
         u"N,N,..."_s});
    parser.addOption(
        {u"instances"_s,
         u"How many instances units have, such as catalogue=2,search=2; may be repeated, to compare. "
         u"Without it: as the packaging says, and with one more of what is full first."_s,
         u"UNIT=N,..."_s});
    parser.addOption(
        {u"seconds"_s, u"How long each point is measured, in all rounds together (24)."_s, u"N"_s});
    parser.addOption({u"rounds"_s, u"How often all points are gone through (3)."_s, u"N"_s});
    parser.addOption(
        {u"only-hops"_s,
         u"Predicts with the measured cost of hops alone, and measures nothing else on this system first. "
         u"Without it, what each journey takes without any declared work is measured first; the error with "
         u"hops alone is told beside."_s});
    parser.addOption(
        {u"at-most"_s,
         u"How large the median errors of the times and of the limits may be for exit 0. Without it: 0.05, "
         u"which is 5 %."_s,
         u"SHARE"_s, u"0.05"_s});
    parser.addOption({u"json"_s, u"Writes the result as JSON instead of a table."_s});
    Inputs::addRunning(parser);
}

Checked<CapacityOrder> CapacityOrder::of(const QCommandLineParser &parser)
{
    auto system = Inputs::system(parser);
    if (!system)
        return tl::unexpected(std::move(system.error()));
    const auto packagings = Inputs::packagings(parser, *system);
    const auto loads = loadsOf(parser);
    const auto seconds = Inputs::integer(parser, u"seconds"_s, 24, {1, 3600});
    const auto rounds = Inputs::integer(parser, u"rounds"_s, 3, {1, 100});
    const auto seed = Inputs::seed(parser);
    const auto atMost = atMostOf(parser);
    Errors errors;
    const auto collect = [&errors](const auto &read) {
        if (!read)
            errors.insert(errors.end(), read.error().begin(), read.error().end());
    };
    collect(packagings);
    collect(loads);
    collect(seconds);
    collect(rounds);
    collect(seed);
    collect(atMost);
    if (errors.empty() && packagings->size() > 1)
        errors = refused(u"packaging"_s, u"One packaging at a time can be measured."_s);
    if (!errors.empty())
        return tl::unexpected(std::move(errors));
    auto variants = variantsOf(
        parser, packagings->empty() ? model::packaging::microservices(*system) : packagings->front(),
        *system);
    if (!variants)
        return tl::unexpected(std::move(variants.error()));
    return CapacityOrder{*std::move(system),           *std::move(variants), *loads, *seconds, *rounds,
                         parser.isSet(u"only-hops"_s), seed->value_or(1),    *atMost};
}

} // namespace services::lab
