// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeyplay.h"

#include "memory.h"
#include "polling.h"
#include "seconds.h"
#include "wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace model::analysis {

using namespace Qt::StringLiterals;
using system::Journey;
using system::Step;

namespace {

// The commonest of reasons.
class Commonest
{
public:
    void add(int reason, double share)
    {
        if (reason != 0 && share > 0)
            m_shares[reason] += share;
    }
    int reason() const
    {
        const auto most
            = std::ranges::max_element(m_shares, {}, [](const auto &each) { return each.second; });
        return most == m_shares.end() ? 0 : most->first;
    }

private:
    std::map<int, double> m_shares;
};

class Walk
{
public:
    Walk(Stage &stage, const Journey &journey)
        : m_stage(stage)
        , m_setting(stage.setting())
        , m_load(m_setting.ground.situation().load)
        , m_journey(journey)
        , m_number(static_cast<std::size_t>(&journey - m_setting.ground.situation().system.journeys.data()))
        , m_waitingFor(m_setting.moment - m_setting.strain.waitingSince[m_number])
    {
    }

    JourneyPlay walk();

private:
    struct Share // of those who take a step
    {
        double going = 0; // of all
        double full = 0; // of them, those who have come so far in full
        double degraded = 0;
    };
    // What a share of them is answered, and what that asks of the entry.
    struct Answered
    {
        double share = 1;
        bool isAboutNews = false;
        Mixture answer;
        std::vector<Play::Next> next;
    };
    void take(const Step &step);
    std::vector<Answered> ask(int endpoint);
    void takeOnce(const std::vector<Answered> &answers);
    void takeUntil(const Step &step, int endpoint, const std::vector<Answered> &answers);
    double waitForIt(const Step &step, const Answered &answered, const MessageDelay &message, Share who);
    void endWaiting(const Waiting &waiting, Share who);
    void addNext(const std::vector<Play::Next> &next, double times);

    Stage &m_stage;
    const Stage::Setting &m_setting;
    const Load &m_load;
    const Journey &m_journey;
    const std::size_t m_number;
    const double m_waitingFor; // seconds for which those who wait have fared so
    JourneyPlay m_play;
    double m_full = 1; // share which has come so far in full
    double m_degraded = 0;
    Commonest m_whyFailed;
    Commonest m_whyDegraded;
    Commonest m_whySlow;
    struct Why // of one wait
    {
        int late = 0;
        int unreachable = 0; // of those who give up
        int fallback = 0;
    };
    Why m_why;
};

JourneyPlay Walk::walk()
{
    for (const Step &step : m_journey.steps)
        take(step);
    m_play.full = m_full;
    m_play.degraded = m_degraded;
    m_play.whyFailed = m_whyFailed.reason();
    m_play.whyDegraded = m_whyDegraded.reason();
    m_play.whySlow = m_whySlow.reason();
    return std::move(m_play);
}

void Walk::take(const Step &step)
{
    const int endpoint = m_setting.ground.endpointOf(step.endpoint);
    const double going = m_full + m_degraded;
    if (endpoint < 0 || going <= 0)
        return;
    const auto answers = ask(endpoint);
    for (const auto &each : answers) {
        double hangs = 0;
        for (const auto &next : each.next)
            hangs += next.count * m_stage.play(next.play).answer.neverShare();
        m_play.hung += going * each.share * std::min(1.0, hangs);
    }
    if (step.until)
        return takeUntil(step, endpoint, answers);
    for (const auto &each : answers)
        addNext(each.next, going * each.share);
    takeOnce(answers);
}

// Of those who ask about an order some ask about one of which nobody can have asked before.
std::vector<Walk::Answered> Walk::ask(int endpoint)
{
    const auto *declared = m_setting.ground.endpoint(endpoint).declared;
    const bool isKeyed = declared->idempotent && declared->id.operation.startsWith(u"POST ");
    const bool isRemembered = remembersAnswers(m_setting.ground.situation().policies);
    std::vector<Answered> answers;
    const double news = asksAboutOrders(m_journey) ? m_setting.strain.newOrders : 0;
    for (const bool isAboutNews : {true, false}) {
        Answered answered;
        answered.share = isAboutNews ? news : 1 - news;
        answered.isAboutNews = isAboutNews || !asksAboutOrders(m_journey);
        if (answered.share <= 0)
            continue;
        Visit visit{endpoint, 0, false, isKeyed, secondsOf(m_load.patience)};
        if (isRemembered)
            visit.asker = {static_cast<int>(m_number), isAboutNews};
        answered.answer = m_stage.enter(visit, answered.next);
        answers.push_back(std::move(answered));
    }
    return answers;
}

void Walk::addNext(const std::vector<Play::Next> &next, double times)
{
    for (const auto &each : next)
        m_play.next.push_back({each.play, each.count * times});
}

void Walk::takeOnce(const std::vector<Answered> &answers)
{
    const double full = std::exchange(m_full, 0);
    const double degraded = std::exchange(m_degraded, 0);
    for (const auto &each : answers) {
        for (const auto &fate : each.answer.fates()) {
            const double part = each.share * fate.share;
            const double share = part * (full + degraded);
            m_play.seconds += share * fate.seconds;
            if (hasFailed(fate.ending)) {
                m_play.failed += share;
                m_whyFailed.add(fate.reason, share);
            } else if (fate.ending == Ending::Degraded) {
                m_degraded += share;
                m_whyDegraded.add(fate.reason, share);
            } else {
                m_full += part * full;
                m_degraded += part * degraded;
                m_whySlow.add(fate.reason, share);
            }
        }
    }
}

// What is not about news has come long ago.
void Walk::takeUntil(const Step &step, int endpoint, const std::vector<Answered> &answers)
{
    const double full = std::exchange(m_full, 0);
    const double degraded = std::exchange(m_degraded, 0);
    const auto news = messageDelay(m_setting, m_stage.phase(), {&m_journey, &step, endpoint});
    for (const auto &each : answers) {
        const Share who{(full + degraded) * each.share, full * each.share, degraded * each.share};
        const double polls = waitForIt(step, each, each.isAboutNews ? news : MessageDelay{}, who);
        addNext(each.next, who.going * polls);
    }
}

// Answers how often each asks.
double Walk::waitForIt(const Step &step, const Answered &answered, const MessageDelay &message, Share who)
{
    Commonest failed;
    Commonest fell;
    for (const auto &fate : answered.answer.fates()) {
        if (hasFailed(fate.ending))
            failed.add(fate.reason, fate.share);
        else if (fate.ending == Ending::Degraded)
            fell.add(fate.reason, fate.share);
        else
            m_whySlow.add(fate.reason, who.going * fate.share);
    }
    const double away = answered.answer.shareOf([](const Fate &fate) { return fate.ending == Ending::Away; });
    const double back = m_stage.phase().downSeconds; // then nobody is away any more
    const Patience patience{secondsOf(step.until->lateAfter), secondsOf(step.until->lostAfter),
                            secondsOf(m_load.pollEvery), secondsOf(m_load.pollWhenLate)};
    const Expected expected{message.seconds, back > 0 && away > 0.5 ? back : never};
    const auto waiting = waitFor(expected, answered.answer, patience, m_waitingFor);
    const bool isMessage = message.reason != 0 && message.seconds > 0;
    m_why = {isMessage ? message.reason : failed.reason(), failed.reason(), fell.reason()};
    endWaiting(waiting, who);
    return waiting.polls;
}

// What is late counts as degraded all the time while it goes on, and what becomes lost only from then on as
// failed; so do then those who are late, when most of those who were got lost (services/experiment,
// JourneyMonitor). Of those who have just begun to wait nothing is known, and who came before them had it in
// time.
void Walk::endWaiting(const Waiting &waiting, Share who)
{
    m_play.untimely += who.going * (1 - waiting.inTime);
    const double waiters = waiting.lingering / secondsOf(m_setting.ground.situation().window);
    const double late = waiting.lateSoFar;
    const double lost = waiting.lostSoFar;
    const double gaveUp = waiting.gaveUp;
    const bool isLate = waiters + late + lost > 1e-6;
    const double inTime = isLate ? waiting.inTime : 1 - gaveUp;
    const double seen = inTime + gaveUp + late + lost + waiters; // for one attempt that was begun
    const bool mostAreLost = lost > late;
    const double failed = (lost + (mostAreLost ? waiters : 0)) / seen;
    const double degraded = (late + (mostAreLost ? 0 : waiters)) / seen;
    m_whyDegraded.add(
        m_setting.reasons.add(QCoreApplication::translate("model::analysis", "what is waited for comes late"),
                              m_why.late),
        who.going * degraded);
    m_whyFailed.add(m_setting.reasons.add(QCoreApplication::translate(
                                              "model::analysis", "what is waited for does not come in time"),
                                          m_why.late),
                    who.going * failed);
    m_whyFailed.add(m_why.unreachable, who.going * gaveUp / seen);
    m_whyDegraded.add(m_why.fallback, who.full * waiting.degraded / seen);
    m_play.seconds += who.going * waiting.seconds;
    m_play.failed += who.going * (failed + gaveUp / seen);
    m_degraded += who.going * degraded + (who.degraded * inTime + who.full * waiting.degraded) / seen;
    m_full += who.full * std::max(0.0, inTime - waiting.degraded) / seen;
}

} // namespace

bool placesOrders(const Journey &journey)
{
    return std::ranges::any_of(journey.steps,
                               [](const Step &step) { return step.captures.contains(u"order"_s); });
}

bool asksAboutOrders(const Journey &journey)
{
    return journey.given == system::Given::PlacedOrder;
}

JourneyPlay playJourney(Stage &stage, const Journey &journey)
{
    return Walk(stage, journey).walk();
}

} // namespace model::analysis
