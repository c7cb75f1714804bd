// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memory.h"

#include "seconds.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace model::analysis {

using namespace Qt::StringLiterals;

namespace {

constexpr double countless = 1e6;

double weightOf(const system::System &system)
{
    double sum = 0;
    for (const auto &journey : system.journeys)
        sum += journey.weight;
    return std::max(sum, 1e-9);
}

// Which share of those who may ask have asked in their present session, and how many they are.
struct Sessions
{
    double asked = 0;
    double people = 1;

    // So many questions a second are answered, of all of them together, and so many log in: at first those
    // who had not been there, then, when all are, any of them, whose old sessions nobody uses any more. With
    // a the share, n the people, q the questions and l the log-ins: a' = (1 - a) q / n - a l / n, n' = l or
    // 0.
    void pass(double seconds, double questions, double logIns, double everybody)
    {
        if (questions + logIns <= 0)
            return;
        const double inTheEnd = questions / (questions + logIns);
        if (logIns > 0 && people < everybody) {
            const double growing = std::min(seconds, (everybody - people) / logIns);
            const double more = people + logIns * growing;
            asked = inTheEnd + (asked - inTheEnd) * std::pow(people / more, (questions + logIns) / logIns);
            people = more;
            seconds -= growing;
        }
        asked = inTheEnd + (asked - inTheEnd) * std::exp(-seconds * (questions + logIns) / people);
    }
};

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

bool remembersAnswers(const operation::PolicyBook &book)
{
    return book.calls.fallback || std::ranges::any_of(book.callExceptions, [](const auto &policies) {
               return policies.fallback.has_value();
           });
}

Memory::Memory(const Ground &ground)
    : m_ground(ground)
    , m_questions(static_cast<std::size_t>(ground.calls()))
{
    if (!remembersAnswers(ground.situation().policies))
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
        auto questions = questionsOf(journey);
        questions.journey = static_cast<int>(&journey - well.system.journeys.data());
        questions.perSecond = perWeight * journey.weight;
        learn(stage, play, questions);
        m_logInsPerSecond += journey.given == system::Given::Shopper ? questions.perSecond : 0;
    }
}

void Memory::learn(const Stage &stage, const JourneyPlay &play, Questions questions)
{
    std::vector<double> asked(stage.plays().size());
    for (const auto &next : play.next)
        asked[next.play] += questions.perSecond * next.count;
    for (std::size_t i = asked.size(); i-- > 0;) {
        for (const auto &next : stage.plays()[i].next)
            asked[next.play] += asked[i] * next.count;
        for (const auto &use : stage.plays()[i].uses) {
            questions.perSecond = asked[i] * use.made / use.call->instances;
            m_questions[static_cast<std::size_t>(use.call->number)].push_back(questions);
        }
    }
}

Memory::Questions Memory::questionsOf(const system::Journey &journey) const
{
    const auto &load = m_ground.situation().load;
    QStringList known;
    Questions questions;
    questions.isAboutOrders = asksAboutOrders(journey);
    for (const auto &step : journey.steps) {
        questions.isPersonal = questions.isPersonal || step.authorised;
        for (const auto &name : variablesOf(step)) {
            if (known.contains(name))
                continue;
            known.append(name);
            questions.variety *= name == u"product" ? load.products
                : name == u"word"                   ? load.searchWords
                                                    : countless;
        }
        // What an answer tells follows from the question, but for what was made just now.
        const bool isMade = !step.endpoint.operation.startsWith(u"GET ");
        questions.variety
            *= isMade && !step.captures.isEmpty() && &step != &journey.steps.back() ? countless : 1;
        known.append(step.captures.keys());
    }
    return questions;
}

std::vector<double> Memory::remembered(const Ground::Call &call, double moment, const Since &since) const
{
    const auto askers = Asker::count(m_ground.situation().system);
    std::vector<double> all(askers);
    std::vector<double> known(askers);
    for (const auto &questions : m_questions[static_cast<std::size_t>(call.number)]) {
        const double share = knownShare(questions, call, moment, since);
        const auto own = Asker{questions.journey}.index(askers);
        all[own] += questions.perSecond;
        known[own] += questions.perSecond * share;
        all.back() += questions.perSecond;
        known.back() += questions.perSecond * share * (questions.isAboutOrders ? 1 - since.newOrders : 1);
    }
    for (std::size_t i = 0; i < askers; ++i)
        known[i] = all[i] > 0 ? known[i] / all[i] : 0;
    return known;
}

double Memory::knownShare(const Questions &questions,
                          const Ground::Call &call,
                          double moment,
                          const Since &since) const
{
    const auto &load = m_ground.situation().load;
    const double fresh = call.policies->fallback ? secondsOf(call.policies->fallback->freshFor) : 0;
    if (questions.isAboutOrders) // one from before has been asked about before
        return moment < fresh ? 1 : 0;
    const double before = std::clamp(fresh - moment, 0.0, secondsOf(load.before));
    const double unseen = secondsOf(load.before) - before; // too long ago
    const double each = questions.perSecond / std::max(1.0, questions.variety);
    const double logIns = questions.isPersonal ? m_logInsPerSecond : 0;
    const double everybody = questions.isPersonal ? std::max(1, load.customers) : 1;
    Sessions sessions;
    if (questions.isPersonal)
        sessions.people = std::clamp(load.loggedIn + logIns * unseen, 1.0, everybody);
    sessions.pass(before, each, logIns, everybody);
    sessions.pass(std::min(moment, fresh), each * since.answered, logIns * since.loggedIn, everybody);
    return sessions.asked;
}

} // namespace model::analysis
