// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systemwriter.h"

#include "contractwriter.h"
#include "operation.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace model::system {

using namespace Qt::StringLiterals;

namespace {

template<typename T, typename Write>
void addList(QJsonObject &object, const QString &key, const std::vector<T> &all, Write write)
{
    QJsonArray array;
    for (const T &one : all)
        array.append(write(one));
    if (!array.isEmpty())
        object.insert(key, array);
}

void addTexts(QJsonObject &object, const QString &key, const QMap<QString, QString> &texts)
{
    QJsonObject written;
    for (auto text = texts.begin(); text != texts.end(); ++text)
        written.insert(text.key(), text.value());
    if (!written.isEmpty())
        object.insert(key, written);
}

double milliseconds(std::chrono::microseconds duration)
{
    return static_cast<double>(duration.count()) / 1000;
}

QJsonObject objectOf(const Call &call)
{
    QJsonObject object{{u"to"_s, written(call.to)}};
    if (call.necessity == Necessity::Optional) {
        object.insert(u"necessity"_s, u"optional"_s);
        object.insert(u"fallback"_s, call.fallback);
    }
    if (call.count != Call().count)
        object.insert(u"count"_s, call.count);
    if (call.undoes)
        object.insert(u"undoes"_s, true);
    return object;
}

void addStorage(QJsonObject &object, const Endpoint &endpoint)
{
    const bool isChangeByMethod = !endpoint.id.operation.startsWith(u"GET ");
    if (endpoint.changesData != isChangeByMethod)
        object.insert(u"changesData"_s, endpoint.changesData);
    object.insert(u"storeAccesses"_s, endpoint.storeAccesses);
}

QJsonObject objectOf(const Endpoint &endpoint)
{
    QJsonObject object{{u"operation"_s, endpoint.id.operation},
                       {u"summary"_s, endpoint.summary},
                       {u"serviceTimeMs"_s, milliseconds(endpoint.serviceTime)}};
    const auto operation = parseOperation(endpoint.id.operation);
    if (endpoint.idempotent && operation && !operation->isIdempotentByMethod())
        object.insert(u"idempotent"_s, true);
    addStorage(object, endpoint);
    if (endpoint.checksSession)
        object.insert(u"checksSession"_s, true);
    if (endpoint.answerBytes != Endpoint().answerBytes)
        object.insert(u"answerBytes"_s, endpoint.answerBytes);
    if (endpoint.contract.has_value())
        object.insert(u"contract"_s, objectOf(*endpoint.contract));
    addList(object, u"calls"_s, endpoint.calls, [](const Call &call) { return objectOf(call); });
    return object;
}

QJsonObject objectOf(const Consumption &consumption)
{
    return {{u"topic"_s, consumption.topic.value},
            {u"serviceTimeMs"_s, milliseconds(consumption.serviceTime)}};
}

QJsonObject objectOf(const Capability &capability)
{
    QJsonObject object{{u"id"_s, capability.id.value},
                       {u"title"_s, capability.title},
                       {u"purpose"_s, capability.purpose},
                       {u"team"_s, capability.team.value},
                       {u"bootTimeMs"_s, static_cast<qint64>(capability.bootTime.count())},
                       {u"workers"_s, capability.workers},
                       {u"queueLimit"_s, capability.queueLimit},
                       {u"inFlightLimit"_s, capability.inFlightLimit},
                       {u"memoryMegabytes"_s, capability.memoryMegabytes}};
    addList(object, u"endpoints"_s, capability.endpoints,
            [](const Endpoint &endpoint) { return objectOf(endpoint); });
    addList(object, u"publishes"_s, capability.publishes, [](const TopicId &topic) { return topic.value; });
    addList(object, u"consumes"_s, capability.consumes,
            [](const Consumption &consumption) { return objectOf(consumption); });
    addList(object, u"owns"_s, capability.owns, [](const QString &name) { return name; });
    return object;
}

QString word(Given given)
{
    switch (given) {
    case Given::Shopper:
        return u"shopper"_s;
    case Given::Session:
        return u"session"_s;
    case Given::FilledCart:
        return u"filled-cart"_s;
    case Given::PlacedOrder:
        return u"placed-order"_s;
    case Given::Nobody:
        break;
    }
    return u"nobody"_s;
}

QJsonObject objectOf(const Step &step)
{
    QJsonObject object{{u"operation"_s, step.endpoint.operation}};
    addTexts(object, u"path"_s, step.path);
    addTexts(object, u"query"_s, step.query);
    addTexts(object, u"captures"_s, step.captures);
    if (!step.body.isEmpty())
        object.insert(u"body"_s, step.body);
    if (step.authorised)
        object.insert(u"authorised"_s, true);
    if (step.expectedStatus != Step().expectedStatus)
        object.insert(u"expectedStatus"_s, step.expectedStatus);
    if (step.until)
        object.insert(u"until"_s,
                      QJsonObject{{u"pointer"_s, step.until->pointer},
                                  {u"lateAfterMs"_s, static_cast<qint64>(step.until->lateAfter.count())},
                                  {u"lostAfterMs"_s, static_cast<qint64>(step.until->lostAfter.count())}});
    return object;
}

QJsonObject objectOf(const Journey &journey)
{
    QJsonObject object{{u"id"_s, journey.id.value},
                       {u"title"_s, journey.title},
                       {u"weight"_s, journey.weight},
                       {u"given"_s, word(journey.given)}};
    addList(object, u"steps"_s, journey.steps, [](const Step &step) { return objectOf(step); });
    return object;
}

} // namespace

QByteArray toJson(const System &system)
{
    QJsonObject object{{u"formatVersion"_s, 1},
                       {u"id"_s, system.id},
                       {u"title"_s, system.title},
                       {u"components"_s, system.components},
                       {u"entry"_s, system.entry.value},
                       {u"sessionMinutes"_s, static_cast<qint64>(system.sessionLifetime.count())}};
    addList(object, u"teams"_s, system.teams, [](const Team &team) {
        return QJsonObject{{u"id"_s, team.id.value}, {u"title"_s, team.title}};
    });
    addList(object, u"topics"_s, system.topics, [](const Topic &topic) {
        return QJsonObject{{u"id"_s, topic.id.value}, {u"summary"_s, topic.summary}};
    });
    addList(object, u"capabilities"_s, system.capabilities,
            [](const Capability &capability) { return objectOf(capability); });
    addList(object, u"journeys"_s, system.journeys, [](const Journey &journey) { return objectOf(journey); });
    return QJsonDocument(object).toJson();
}

} // namespace model::system
