// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contradictions.h"

#include "operation.h"

#include <model/json/suggestion.h>

#include <QHash>

namespace model::system {

using namespace Qt::StringLiterals;
using json::Problems;

namespace {

// Reports each name that an earlier thing of the same kind has.
class Names
{
public:
    Names(QString kind, Problems &problems)
        : m_kind(std::move(kind))
        , m_problems(problems)
    {
    }

    void add(const QString &name, const QString &pointer) { add(name, name, pointer); }

    // For names which differ in letters and yet mean the same.
    void add(const QString &meaning, const QString &name, const QString &pointer)
    {
        if (name.isEmpty())
            return;
        const auto first = m_first.constFind(meaning);
        if (first == m_first.constEnd())
            m_first.insert(meaning, pointer);
        else
            m_problems.add(
                pointer,
                u"\"%1\" is already taken by another %2, at %3. Rename or remove one of them."_s.arg(
                    name, m_kind, *first));
    }

private:
    QString m_kind;
    Problems &m_problems;
    QHash<QString, QString> m_first;
};

QString at(QLatin1StringView list, std::size_t index)
{
    return u"/%1/%2"_s.arg(list).arg(index);
}

template<typename Thing>
void findRepeated(const std::vector<Thing> &things, QLatin1StringView list, Names names)
{
    for (std::size_t i = 0; i < things.size(); ++i)
        names.add(things[i].id.value, at(list, i) + "/id"_L1);
}

void findRepeatedOperations(const Capability &capability, const QString &where, Problems &problems)
{
    Names names(u"endpoint"_s, problems);
    for (std::size_t i = 0; i < capability.endpoints.size(); ++i) {
        const QString &operation = capability.endpoints[i].id.operation;
        if (const auto parsed = parseOperation(operation))
            names.add(parsed->shape(), operation, u"%1/endpoints/%2/operation"_s.arg(where).arg(i));
    }
}

void findEntry(const System &system, Problems &problems)
{
    if (system.entry.isEmpty() || system.capabilities.empty() || system.capability(system.entry) != nullptr)
        return;
    QStringList ids;
    for (const Capability &capability : system.capabilities)
        ids.append(capability.id.value);
    problems.add(u"/entry"_s,
                 u"There is no capability \"%1\".%2 Name the one that customers reach first."_s.arg(
                     system.entry.value, json::didYouMean(system.entry.value, ids)));
}

void findTeams(const System &system, Problems &problems)
{
    QStringList ids;
    for (const Team &team : system.teams)
        ids.append(team.id.value);
    for (std::size_t i = 0; i < system.capabilities.size() && !ids.isEmpty(); ++i) {
        const TeamId &team = system.capabilities[i].team;
        if (!team.isEmpty() && !ids.contains(team.value))
            problems.add(at("capabilities"_L1, i) + "/team"_L1,
                         u"There is no team \"%1\".%2 Add it to \"teams\" or name one that is there."_s.arg(
                             team.value, json::didYouMean(team.value, ids)));
    }
}

} // namespace

void findRepeatedIds(const System &system, Problems &problems)
{
    findRepeated(system.teams, "teams"_L1, {u"team"_s, problems});
    findRepeated(system.topics, "topics"_L1, {u"topic"_s, problems});
    findRepeated(system.capabilities, "capabilities"_L1, {u"capability"_s, problems});
    findRepeated(system.journeys, "journeys"_L1, {u"journey"_s, problems});
    Names owned(u"store"_s, problems);
    for (std::size_t i = 0; i < system.capabilities.size(); ++i) {
        const QString where = at("capabilities"_L1, i);
        findRepeatedOperations(system.capabilities[i], where, problems);
        for (std::size_t j = 0; j < system.capabilities[i].owns.size(); ++j)
            owned.add(system.capabilities[i].owns[j], u"%1/owns/%2"_s.arg(where).arg(j));
    }
}

void findContradictions(const System &system, Problems &problems)
{
    findRepeatedIds(system, problems);
    findEntry(system, problems);
    findTeams(system, problems);
    findBrokenCalls(system, problems);
    findBrokenContracts(system, problems);
    findCallCycles(system, problems);
    findBrokenTopics(system, problems);
    findBrokenJourneys(system, problems);
}

} // namespace model::system
