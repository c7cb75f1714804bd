// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenariocontext.h"

#include <model/json/suggestion.h>
#include <model/packaging/packagingreader.h>
#include <model/packaging/presets.h>
#include <model/packaging/regroup.h>

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace model::operation {

using namespace Qt::StringLiterals;
using packaging::Packaging;

namespace {

json::TextRule presetOrFile()
{
    return {[](const QString &text) { return !text.isEmpty() && text.size() <= 500; },
            u"%1, or the path of a packaging file"_s.arg(json::oneOf(packaging::presetIds()))};
}

std::optional<Packaging> packagingNamed(json::ObjectReader &in, ScenarioContext &context)
{
    const auto key = u"packaging"_s;
    const QString name = in.text(key, presetOrFile());
    if (name.isEmpty())
        return std::nullopt;
    if (auto preset = packaging::preset(name, context.system))
        return preset;
    const QString path = QDir(context.folder).filePath(name);
    if (!QFileInfo::exists(path)) {
        in.report(
            key,
            u"\"%1\" is neither a preset nor a file.%2 Write %3, or the path of a packaging file."_s.arg(
                name, json::didYouMean(name, packaging::presetIds()), json::oneOf(packaging::presetIds())));
        return std::nullopt;
    }
    auto read = packaging::PackagingReader::readFile(path, context.system);
    if (read)
        return *std::move(read);
    context.elsewhere.insert(context.elsewhere.end(), read.error().begin(), read.error().end());
    return std::nullopt;
}

void readInstances(json::ObjectReader &each, Packaging &fleet, const ScenarioContext &context)
{
    const auto capability = context.capability(each, u"capability"_s);
    const int count = each.integer(u"count"_s, {1, packaging::maximumInstances});
    const auto *unit = fleet.unitOf(capability);
    if (unit == nullptr)
        return; // an unknown capability has been reported
    auto scaled = packaging::Regrouping(context.system).scale(fleet, unit->id, count);
    if (scaled)
        fleet = *std::move(scaled);
    else
        each.report(u"count"_s, scaled.error().message);
}

} // namespace

std::vector<Packaging> readFleets(json::ObjectReader &in, ScenarioContext &context)
{
    std::vector<Packaging> fleets;
    in.objects(u"fleets"_s, json::Presence::Required, [&](json::ObjectReader &each) {
        auto fleet = packagingNamed(each, context);
        const QString name = each.text(u"name"_s, json::identifier(), fleet ? fleet->id.value : QString());
        Packaging placeholder; // so that the rest of the entry is read, and its mistakes found, in any case
        Packaging &named = fleet ? *fleet : placeholder;
        each.objects(u"instances"_s, json::Presence::Optional,
                     [&](json::ObjectReader &entry) { readInstances(entry, named, context); });
        if (!fleet || name.isEmpty())
            return;
        fleet->id.value = name;
        if (std::ranges::find(fleets, fleet->id, &Packaging::id) != fleets.end())
            each.report(u"packaging"_s,
                        u"Another fleet is called \"%1\". Give this one a \"name\" of its own."_s.arg(name));
        else
            fleets.push_back(*std::move(fleet));
    });
    return fleets;
}

} // namespace model::operation
