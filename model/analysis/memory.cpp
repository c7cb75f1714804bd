// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memory.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace model::analysis {

using namespace Qt::StringLiterals;

namespace {

constexpr double countless = 1e6;

double secondsOf(std::chrono::milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

bool isAnyRemembered(const operation::PolicyBook &book)
{
    return book.calls.fallback || std::ranges::any_of(book.callExceptions, [](const auto &policies) {
               return policies.fallback.has_value();
           });
}

double weightOf(const system::System &system)
{
    double sum = 0;
    for (const auto &journey : system.journeys)
        sum += journey.weight;
    return std::max(sum, 1e-9);
}

QStringList variablesOf(const system::Step &step)
{
    static const QRegularExpression variable(u"\\{([^{}]+)\\}"_s);
    QStringList names;
    for (const auto &texts : {step.path, step.query}) {
        for (const auto &text : texts) {
            for (auto found = variable.globalMatch(text); found.hasNext();)
                names.append(found.next().captured(1));
        }
    }
    return names;
}

} // namespace

Memory::Memory(const Ground &ground)
    : m_ground(ground)
    , m_questions(static_cast<std::size_t>(ground.calls()))
{
    if (!isAnyRemembered(ground.situation().policies))
        return;
    auto well = ground.situation();
    well.faults.clear();
    const Ground calm(well);
    const Troubles none(calm);
    const Strain idle(calm, none);
    const auto phases = none.phases();
    const double perWeight = well.load.shoppersPerSecond / weightOf(well.system);
    for (const auto &journey : well.system.journeys) {
        Reasons reasons;
        Stage stage({calm, none, idle, reasons, 0}, phases.front());
        const auto play = playJourney(stage, journey);
        learn(stage, play, perWeight * journey.weight, varietyOf(journey));
    }
}

void Memory::learn(const Stage &stage, const JourneyPlay &play, double perSecond, double variety)
{
    std::vector<double> asked(stage.plays().size());
    for (const auto &next : play.next)
        asked[next.play] += perSecond * next.count;
    for (std::size_t i = asked.size(); i-- > 0;) {
        for (const auto &next : stage.plays()[i].next)
            asked[next.play] += asked[i] * next.count;
        for (const auto &use : stage.plays()[i].uses) {
            const double each = asked[i] * use.made / use.call->instances;
            m_questions[static_cast<std::size_t>(use.call->number)].push_back({each, variety});
        }
    }
}

double Memory::varietyOf(const system::Journey &journey) const
{
    const auto &load = m_ground.situation().load;
    const auto &system = m_ground.situation().system;
    QStringList known;
    double variety = 1;
    bool isLoggedIn = false;
    for (const auto &step : journey.steps) {
        isLoggedIn = isLoggedIn || step.authorised;
        for (const auto &name : variablesOf(step)) {
            if (known.contains(name))
                continue;
            known.append(name);
            variety *= name == u"product" ? load.products : name == u"word" ? load.searchWords : countless;
        }
        known.append(step.captures.keys()); // what an answer tells follows from the question
    }
    double logIns = 0;
    for (const auto &other : system.journeys)
        logIns += other.given == system::Given::Shopper ? other.weight : 0;
    const double people
        = load.loggedIn + load.shoppersPerSecond * logIns / weightOf(system) * secondsOf(load.before);
    return isLoggedIn ? variety * std::max(1.0, std::min<double>(load.customers, people)) : variety;
}

double Memory::remembered(const Ground::Call &call, double moment, double answered) const
{
    const double fresh = call.policies->fallback ? secondsOf(call.policies->fallback->freshFor) : 0;
    const double before = std::clamp(fresh - moment, 0.0, secondsOf(m_ground.situation().load.before));
    const double since = answered * std::min(moment, fresh);
    double all = 0;
    double known = 0;
    for (const auto &questions : m_questions[static_cast<std::size_t>(call.number)]) {
        const double each = questions.perSecond / std::max(1.0, questions.variety);
        all += questions.perSecond;
        known += questions.perSecond * (1 - std::exp(-each * (before + since)));
    }
    return all > 0 ? known / all : 0;
}

} // namespace model::analysis
