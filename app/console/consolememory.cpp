// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "consolememory.h"

#include "secrets.h"

#include <QJsonArray>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;
using model::system::EndpointId;

namespace {

QString bounded(const QString &text)
{
    return text.size() > ConsoleMemory::mostLetters ? QString() : text;
}

QJsonObject memoryOf(const SentRequest &request)
{
    const auto draft = withoutSecrets(request.draft);
    QJsonArray parameters;
    for (const auto &[name, value] : draft.parameters)
        parameters.append(QJsonObject{{u"name"_s, name}, {u"value"_s, bounded(value)}});
    return {{u"capability"_s, request.endpoint.capability.value},
            {u"operation"_s, request.endpoint.operation},
            {u"target"_s, request.target},
            {u"at"_s, request.at.toUTC().toString(Qt::ISODateWithMs)},
            {u"outcome"_s, request.outcome},
            {u"trouble"_s, request.isTrouble},
            {u"parameters"_s, parameters},
            {u"query"_s, bounded(draft.query)},
            {u"headers"_s, bounded(draft.headers)},
            {u"body"_s, bounded(draft.body)},
            {u"session"_s, bounded(draft.session)}};
}

// Nothing: the system has no such endpoint (any more), or it was never sent.
std::optional<SentRequest>
requestOf(const QJsonObject &json, const model::system::System &system, int targets)
{
    SentRequest request;
    request.endpoint = EndpointId{{json["capability"_L1].toString()}, json["operation"_L1].toString()};
    request.target = json["target"_L1].toInt(-1);
    request.at = QDateTime::fromString(json["at"_L1].toString(), Qt::ISODateWithMs).toLocalTime();
    if (system.endpoint(request.endpoint) == nullptr || request.target < 0 || request.target >= targets
        || !request.at.isValid())
        return {};
    const QString outcome = json["outcome"_L1].toString();
    request.outcome = outcome.isEmpty() ? u"–"_s : outcome; // the program ended before
    request.isTrouble = json["trouble"_L1].toBool();
    request.draft.operation = request.endpoint.operation;
    for (const auto &parameter : json["parameters"_L1].toArray())
        request.draft.parameters.push_back(
            {parameter.toObject()["name"_L1].toString(), parameter.toObject()["value"_L1].toString()});
    request.draft.query = json["query"_L1].toString();
    request.draft.headers = json["headers"_L1].toString();
    request.draft.body = json["body"_L1].toString();
    request.draft.session = json["session"_L1].toString();
    return request;
}

// A secret one keeps its name only.
QJsonObject memoryOf(const Variables &variables)
{
    QJsonObject json;
    const auto names = variables.names().mid(0, ConsoleMemory::mostVariables);
    for (qsizetype at = 0; at < names.size(); ++at) {
        QJsonArray values;
        for (int fleet = 0; fleet < variables.fleets(); ++fleet) {
            const QString value = variables.value(names[at], fleet);
            values.append(isSecret(names[at], value) ? QString() : bounded(value));
        }
        json[names[at]] = values;
    }
    return json;
}

Variables variablesOf(const QJsonObject &json, const QStringList &fleets)
{
    Variables variables(fleets);
    for (auto variable = json.begin(); variable != json.end(); ++variable) {
        const bool fits = variables.names().size() < ConsoleMemory::mostVariables;
        for (int fleet = 0; fits && Variables::isName(variable.key()) && fleet < variables.fleets(); ++fleet)
            variables.set(variable.key(), fleet, variable->toArray()[fleet].toString());
    }
    return variables;
}

} // namespace

QJsonObject ConsoleMemory::toJson() const
{
    QJsonArray sent;
    for (const auto &request : requests) {
        if (sent.size() < mostRequests)
            sent.append(memoryOf(request));
    }
    return {{u"requests"_s, sent}, {u"variables"_s, memoryOf(variables)}};
}

ConsoleMemory ConsoleMemory::fromJson(const QJsonObject &json,
                                      const model::system::System &system,
                                      const QStringList &fleets)
{
    ConsoleMemory memory{{}, variablesOf(json["variables"_L1].toObject(), fleets)};
    const int targets = static_cast<int>(fleets.size()) + 1; // or all of them
    for (const auto &each : json["requests"_L1].toArray()) {
        auto request = requestOf(each.toObject(), system, targets);
        if (request.has_value() && std::ssize(memory.requests) < mostRequests)
            memory.requests.push_back(*std::move(request));
    }
    return memory;
}

} // namespace app::console
