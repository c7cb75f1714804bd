// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenarioreader.h"

#include "policychangereader.h"
#include "scenariocontext.h"

#include <model/json/file.h>
#include <model/json/suggestion.h>

#include <QFileInfo>
#include <QRegularExpression>

namespace model::operation {

using namespace Qt::StringLiterals;

namespace {

const json::Format format{u"scenario"_s};

void readLoad(json::ObjectReader &in, Load &load, const ScenarioContext &context)
{
    load.shoppersPerSecond = in.number(u"shoppersPerSecond"_s, {0, 10'000});
    const auto warmUp = in.milliseconds(u"warmUpMs"_s, {0, 600'000}, load.warmUp);
    load.warmUp = std::chrono::round<std::chrono::milliseconds>(warmUp);
    for (const auto &id : in.texts(u"journeys"_s, json::identifier(), json::Presence::Optional)) {
        if (context.system.journey({id}) == nullptr)
            in.report(u"journeys"_s,
                      u"There is no journey \"%1\". Write %2."_s.arg(id, json::oneOf(context.journeyIds())));
        else
            load.journeys.push_back({id});
    }
}

void readSafeguards(json::ObjectReader &in, Safeguards &safeguards)
{
    for (const auto &word : in.texts(u"without"_s, json::identifier(), json::Presence::Optional)) {
        if (const auto safeguard = safeguardOfWord(word))
            safeguards.set(*safeguard, false);
        else if (!word.isEmpty())
            in.report(u"without"_s,
                      u"There is no safeguard \"%1\". Write %2."_s.arg(word, json::oneOf(safeguardWords())));
    }
}

// What is wrong with it is said without it: it may have a password.
void readBroker(json::ObjectReader &in, QString &broker)
{
    static const QRegularExpression url(u"^(embedded:|(amqp|kafka)://\\S+)$"_s);
    constexpr qsizetype longest = 500;
    const QString expected = u"the URL of a broker: embedded:, amqp://user:password@host:port/vhost or "
                             "kafka://host:port"_s;
    const json::TextRule any{[](const QString &) { return true; }, expected};
    broker = in.text(u"broker"_s, any, broker);
    if (!url.match(broker).hasMatch() || broker.size() > longest)
        in.report(u"broker"_s, u"Write %1."_s.arg(expected));
}

void readScenario(json::ObjectReader &in, Scenario &scenario, ScenarioContext &context)
{
    scenario.id = in.text(u"id"_s, json::identifier());
    scenario.title = in.text(u"title"_s);
    scenario.summary = in.text(u"summary"_s, json::sentence(), QString());
    scenario.seed = static_cast<quint64>(in.integer(u"seed"_s, {0, std::numeric_limits<int>::max()}, 1));
    in.object(u"load"_s, json::Presence::Required,
              [&](json::ObjectReader &load) { readLoad(load, scenario.load, context); });
    if (in.has(u"policies"_s))
        scenario.policies = readPolicyBook(in, u"policies"_s, context.system);
    readSafeguards(in, scenario.safeguards);
    readBroker(in, scenario.broker);
    scenario.fleets = readFleets(in, context);
    scenario.actions = readActions(in, scenario, context);
    scenario.expectations = readExpectations(in, scenario, context);
    scenario.damages = in.texts(u"damages"_s, json::identifier(), json::Presence::Optional);
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
