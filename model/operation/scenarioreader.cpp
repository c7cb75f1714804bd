// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenarioreader.h"

#include "policychangereader.h"
#include "scenariocontext.h"

#include <model/json/file.h>

#include <QFileInfo>

namespace model::operation {

using namespace Qt::StringLiterals;

namespace {

const json::Format format{u"scenario"_s};

void readLoad(json::ObjectReader &in, Load &load)
{
    load.shoppersPerSecond = in.number(u"shoppersPerSecond"_s, {0, 10'000});
    const auto warmUp = in.milliseconds(u"warmUpMs"_s, {0, 600'000}, load.warmUp);
    load.warmUp = std::chrono::round<std::chrono::milliseconds>(warmUp);
}

void readScenario(json::ObjectReader &in, Scenario &scenario, ScenarioContext &context)
{
    scenario.id = in.text(u"id"_s, json::identifier());
    scenario.title = in.text(u"title"_s);
    scenario.summary = in.text(u"summary"_s, json::sentence(), QString());
    scenario.seed = static_cast<quint64>(in.integer(u"seed"_s, {0, std::numeric_limits<int>::max()}, 1));
    in.object(u"load"_s, json::Presence::Required,
              [&](json::ObjectReader &load) { readLoad(load, scenario.load); });
    if (in.has(u"policies"_s))
        scenario.policies = readPolicyBook(in, u"policies"_s, context.system);
    scenario.fleets = readFleets(in, context);
    scenario.actions = readActions(in, scenario, context);
    scenario.expectations = readExpectations(in, scenario, context);
}

result::Checked<Scenario> joined(result::Checked<Scenario> scenario, result::Errors elsewhere)
{
    if (elsewhere.empty())
        return scenario;
    result::Errors all = scenario ? result::Errors() : std::move(scenario.error());
    all.insert(all.end(), elsewhere.begin(), elsewhere.end());
    return tl::unexpected(std::move(all));
}

} // namespace

result::Checked<Scenario> ScenarioReader::readFile(const QString &path, const system::System &system)
{
    ScenarioContext context{system, QFileInfo(path).path(), {}};
    auto scenario = json::checkedFile<Scenario>(
        path, format, [&](json::ObjectReader &in, Scenario &value) { readScenario(in, value, context); });
    return joined(std::move(scenario), std::move(context.elsewhere));
}

result::Checked<Scenario>
ScenarioReader::readText(const QByteArray &text, const QString &file, const system::System &system)
{
    ScenarioContext context{system, QFileInfo(file).path(), {}};
    auto scenario
        = json::checkedText<Scenario>(text, file, format, [&](json::ObjectReader &in, Scenario &value) {
              readScenario(in, value, context);
          });
    return joined(std::move(scenario), std::move(context.elsewhere));
}

} // namespace model::operation
