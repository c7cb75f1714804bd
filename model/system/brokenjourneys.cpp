// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contradictions.h"
#include "operation.h"

#include <model/json/pointer.h>
#include <model/json/suggestion.h>

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace model::system {

using namespace Qt::StringLiterals;
using json::Problems;

namespace {

// Plays a journey in thought: what is known at each step, and is it enough for the request?
class JourneyCheck
{
public:
    JourneyCheck(const Journey &journey, const QStringList &offered, Problems &problems)
        : m_offered(offered)
        , m_problems(problems)
        , m_known(shopperVariables())
        , m_hasSession(journey.given != Given::Nobody && journey.given != Given::Shopper)
    {
    }

    void check(const Step &step, const QString &where)
    {
        if (!step.endpoint.operation.isEmpty())
            checkOperation(step, where);
        checkTexts(step.path, where + "/path"_L1);
        checkTexts(step.query, where + "/query"_L1);
        checkValue(step.body, where + "/body"_L1);
        if (step.authorised && !m_hasSession)
            m_problems.add(
                where + "/authorised"_L1,
                u"Nobody is logged in here. Give the journey a session (\"given\": \"session\"), or "
                "capture \"session\" in an earlier step."_s);
        m_known += step.captures.keys();
        m_hasSession = m_hasSession || step.captures.contains(u"session"_s);
    }

private:
    void checkOperation(const Step &step, const QString &where)
    {
        const QString &operation = step.endpoint.operation;
        if (!m_offered.contains(operation)) {
            m_problems.add(where + "/operation"_L1,
                           u"The entry \"%1\" has no endpoint \"%2\".%3"_s.arg(
                               step.endpoint.capability.value, operation,
                               json::didYouMean(operation, m_offered).isEmpty()
                                   ? u" It has %1."_s.arg(json::oneOf(m_offered))
                                   : json::didYouMean(operation, m_offered)));
            return;
        }
        const QStringList parameters = parseOperation(operation)->parameters();
        for (const QString &parameter : parameters) {
            if (!step.path.contains(parameter))
                m_problems.add(where,
                               u"\"path\" lacks \"%1\" of \"%2\". Add it."_s.arg(parameter, operation));
        }
        for (const QString &name : step.path.keys()) {
            if (!parameters.contains(name))
                m_problems.add(json::pointer(where + "/path"_L1, name),
                               u"\"%1\" has no {%2}.%3 Remove it."_s.arg(operation, name,
                                                                         json::didYouMean(name, parameters)));
        }
    }

    void checkTexts(const QMap<QString, QString> &texts, const QString &where)
    {
        for (auto each = texts.begin(); each != texts.end(); ++each)
            checkText(each.value(), json::pointer(where, each.key()));
    }

    void checkText(const QString &text, const QString &where)
    {
        static const QRegularExpression braces(u"\\{([^{}]*)\\}"_s);
        for (const auto &match : braces.globalMatch(text)) {
            const QString name = match.captured(1);
            if (!m_known.contains(name))
                m_problems.add(
                    where,
                    u"{%1} is not known here.%2 Known are %3; earlier steps may capture more."_s.arg(
                        name, json::didYouMean(name, m_known), json::oneOf(m_known)));
        }
    }

    void checkValue(const QJsonValue &value, const QString &where)
    {
        if (value.isString())
            checkText(value.toString(), where);
        const QJsonObject object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each)
            checkValue(each.value(), json::pointer(where, each.key()));
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            checkValue(array.at(i), json::pointer(where, i));
    }

    const QStringList &m_offered;
    Problems &m_problems;
    QStringList m_known;
    bool m_hasSession;
};

QStringList operationsOfEntry(const System &system)
{
    QStringList offered;
    if (const Capability *entry = system.capability(system.entry)) {
        for (const Endpoint &endpoint : entry->endpoints)
            offered.append(endpoint.id.operation);
    }
    return offered;
}

} // namespace

void findBrokenJourneys(const System &system, Problems &problems)
{
    const QStringList offered = operationsOfEntry(system);
    if (offered.isEmpty())
        return; // there is no entry, which has been reported
    for (std::size_t i = 0; i < system.journeys.size(); ++i) {
        JourneyCheck check(system.journeys[i], offered, problems);
        for (std::size_t j = 0; j < system.journeys[i].steps.size() && !problems.isFull(); ++j)
            check.check(system.journeys[i].steps[j], u"/journeys/%1/steps/%2"_s.arg(i).arg(j));
    }
    const bool weightless
        = std::ranges::all_of(system.journeys, [](const Journey &each) { return each.weight <= 0; });
    if (weightless && !system.journeys.empty())
        problems.add(u"/journeys"_s,
                     u"All weights are 0, so no shopper would come. Give one a \"weight\"."_s);
}

} // namespace model::system
