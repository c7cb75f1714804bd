// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditjson.h"

#include <QJsonArray>

namespace services::experiment {

using namespace Qt::StringLiterals;

namespace {

QJsonArray findings(const Audit &audit)
{
    QJsonArray json;
    for (const auto &finding : audit.wrong)
        json.append(QJsonObject{{u"fleet"_s, finding.fleet},
                                {u"damage"_s, finding.damage},
                                {u"subject"_s, finding.subject},
                                {u"sentence"_s, finding.sentence},
                                {u"amount"_s, finding.amount}});
    return json;
}

QJsonObject damages(const Audit &audit)
{
    QJsonObject json;
    const auto times = audit.damages();
    for (auto damage = times.begin(); damage != times.end(); ++damage) {
        const auto words = audit.kinds.value(damage.key());
        json[damage.key()]
            = QJsonObject{{u"times"_s, *damage}, {u"title"_s, words.title}, {u"meaning"_s, words.meaning}};
    }
    return json;
}

QJsonArray sums(const Audit &audit)
{
    QJsonArray json;
    for (const auto &sum : audit.sums)
        json.append(QJsonObject{{u"fleet"_s, sum.fleet}, {u"what"_s, sum.what}, {u"amount"_s, sum.amount}});
    return json;
}

QJsonArray efforts(const Audit &audit)
{
    QJsonArray json;
    for (const auto &effort : audit.efforts)
        json.append(QJsonObject{{u"fleet"_s, effort.fleet},
                                {u"purchases"_s, effort.purchases},
                                {u"commits"_s, effort.commits},
                                {u"undone"_s, effort.undone},
                                {u"takenUp"_s, effort.takenUp},
                                {u"isInOneStore"_s, effort.isInOneStore}});
    return json;
}

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const auto &each : value.toArray())
        list.append(each.toString());
    return list;
}

void readDamages(const QJsonObject &damages, Audit &audit)
{
    for (auto damage = damages.begin(); damage != damages.end(); ++damage)
        audit.kinds[damage.key()]
            = {damage.value()[u"title"].toString(), damage.value()[u"meaning"].toString()};
}

} // namespace

QJsonObject toJson(const Audit &audit)
{
    return {{u"balances"_s, audit.balances()},
            {u"wrong"_s, qint64(audit.wrong.size())},
            {u"inFlight"_s, audit.inFlight},
            {u"resolved"_s, audit.resolved},
            {u"waiting"_s, audit.waiting},
            {u"waitedMs"_s, qint64(audit.waited.count())},
            {u"unread"_s, qint64(audit.unread.size())},
            {u"unreadBecause"_s, QJsonArray::fromStringList(audit.unread)},
            {u"damages"_s, damages(audit)},
            {u"findings"_s, findings(audit)},
            {u"moving"_s, QJsonArray::fromStringList(audit.moving)},
            {u"sums"_s, sums(audit)},
            {u"efforts"_s, efforts(audit)},
            {u"sentences"_s, QJsonArray::fromStringList(audit.complaints())}};
}

Audit auditOf(const QJsonObject &json)
{
    Audit audit;
    audit.inFlight = json[u"inFlight"].toInt();
    audit.resolved = json[u"resolved"].toInt();
    audit.waiting = json[u"waiting"].toInteger();
    audit.waited = std::chrono::milliseconds(json[u"waitedMs"].toInteger());
    audit.moving = texts(json[u"moving"]);
    audit.unread = texts(json[u"unreadBecause"]);
    for (const auto &finding : json[u"findings"].toArray())
        audit.wrong.push_back({finding[u"fleet"].toString(), finding[u"damage"].toString(),
                               finding[u"subject"].toString(), finding[u"sentence"].toString(),
                               finding[u"amount"].toInteger(1)});
    for (const auto &sum : json[u"sums"].toArray())
        audit.sums.push_back({sum[u"fleet"].toString(), sum[u"what"].toString(), sum[u"amount"].toInteger()});
    for (const auto &effort : json[u"efforts"].toArray())
        audit.efforts.push_back({effort[u"fleet"].toString(), effort[u"purchases"].toInt(),
                                 effort[u"commits"].toInteger(), effort[u"undone"].toInt(),
                                 effort[u"takenUp"].toInt(), effort[u"isInOneStore"].toBool()});
    readDamages(json[u"damages"].toObject(), audit);
    return audit;
}

} // namespace services::experiment
