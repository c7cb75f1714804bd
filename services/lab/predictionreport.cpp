// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "predictionreport.h"

#include "texttable.h"

#include <model/operation/faulttext.h>
#include <model/operation/faultwords.h>
#include <model/system/operation.h>

#include <cmath>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::analysis::BlastRadius;
using model::analysis::JourneyState;
using model::analysis::Outlook;
using model::analysis::SinglePoint;
using model::analysis::Situation;

namespace {

double rounded(double share)
{
    return std::round(share * 10'000) / 10'000;
}

QJsonObject toJson(const Outlook &outlook)
{
    return {{u"state"_s, word(outlook.state)},
            {u"why"_s, outlook.why},
            {u"afterMs"_s, qint64{outlook.after.count()}},
            {u"succeeded"_s, rounded(outlook.succeeded)},
            {u"inFull"_s, rounded(outlook.inFull)}};
}

QString wordsOf(const model::operation::Fault &fault, const Situation &situation)
{
    return words(fault, titlesOf(fault, situation.system));
}

QStringList wordsOf(const Situation &situation)
{
    QStringList sentences;
    for (const auto &fault : situation.faults)
        sentences.append(wordsOf(fault, situation));
    return sentences;
}

QString since(const Outlook &outlook)
{
    if (outlook.state == JourneyState::Working)
        return u"-"_s;
    return outlook.after.count() == 0
        ? u"at once"_s
        : u"%1 s"_s.arg(static_cast<double>(outlook.after.count()) / 1000, 0, 'f', 1);
}

QString namesOf(const std::vector<model::system::JourneyId> &journeys, const Situation &situation)
{
    QStringList names;
    for (const auto &id : journeys)
        names.append(id.value);
    const auto all = static_cast<qsizetype>(situation.system.journeys.size());
    if (names.size() == all && all > 1)
        return u"everything"_s;
    return names.isEmpty() ? u"-"_s : names.join(u", "_s);
}

} // namespace

QJsonObject toJson(const BlastRadius &radius, const Situation &situation)
{
    QJsonArray faults;
    for (const auto &fault : situation.faults)
        faults.append(textOf(fault));
    QJsonObject journeys;
    for (auto journey = radius.journeys.begin(); journey != radius.journeys.end(); ++journey)
        journeys.insert(journey.key().value, toJson(journey.value()));
    QJsonObject endpoints;
    for (auto endpoint = radius.endpoints.begin(); endpoint != radius.endpoints.end(); ++endpoint)
        endpoints.insert(written(endpoint.key()), toJson(endpoint.value()));
    return {{u"faults"_s, faults},
            {u"packaging"_s, situation.packaging.id.value},
            {u"journeys"_s, journeys},
            {u"endpoints"_s, endpoints}};
}

QString predictionTable(const BlastRadius &radius, const Situation &situation)
{
    TextTable table;
    table.add({u"journey"_s, u"predicted"_s, u"after"_s, u"why"_s});
    for (const auto &journey : situation.system.journeys) {
        const auto outlook = radius.journeys.value(journey.id);
        table.add({journey.title, word(outlook.state), since(outlook), outlook.why});
    }
    return u"%1: %2 (every state is predicted, %3 s after)\n"_s
               .arg(situation.packaging.title, wordsOf(situation).join(u", "_s))
               .arg(std::chrono::duration<double>(situation.moment).count())
        + table.text();
}

QJsonArray toJson(const std::vector<SinglePoint> &points, const Situation &situation)
{
    const auto names = [](const std::vector<model::system::JourneyId> &journeys) {
        QJsonArray ids;
        for (const auto &id : journeys)
            ids.append(id.value);
        return ids;
    };
    QJsonArray rows;
    for (const auto &point : points)
        rows.append(QJsonObject{{u"fault"_s, textOf(point.fault)},
                                {u"words"_s, wordsOf(point.fault, situation)},
                                {u"down"_s, names(point.down)},
                                {u"degraded"_s, names(point.degraded)},
                                {u"lostShare"_s, rounded(point.lostShare)}});
    return rows;
}

QString rankTable(const std::vector<SinglePoint> &points, const Situation &situation)
{
    if (points.empty())
        return u"%1: no single loss harms a journey (predicted).\n"_s.arg(situation.packaging.title);
    TextTable table;
    table.add({u"fault"_s, u"attempts lost"_s, u"down"_s, u"degraded"_s});
    for (const auto &point : points)
        table.add({textOf(point.fault), u"%1 %"_s.arg(qRound(point.lostShare * 100)),
                   namesOf(point.down, situation), namesOf(point.degraded, situation)});
    return u"%1: what one loss would cost (predicted), the worst first\n"_s.arg(situation.packaging.title)
        + table.text();
}

} // namespace services::lab
