// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeyplay.h"

#include "seconds.h"
#include "wording.h"

#include <model/operation/faultwords.h>

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

// When somebody who waits for something asks, again and again.
struct Polls
{
    double lateAfter = 0; // seconds, as all here
    double every = 0;
    double everyWhenLate = 0;
    double each = 0; // takes

    // So many have been made by then, the first one included.
    double before(double seconds) const
    {
        const double early = 1 + std::floor(std::min(seconds, lateAfter) / (every + each));
        const double late = seconds - lateAfter + each; // the first pause of those begins with an answer
        return seconds > lateAfter ? early + std::floor(late / (everyWhenLate + each)) : early;
    }
};

class Walk
{
public:
    Walk(Stage &stage, const Journey &journey)
        : m_stage(stage)
        , m_setting(stage.setting())
        , m_load(m_setting.ground.situation().load)
        , m_journey(journey)
    {
    }

    JourneyPlay walk();

private:
    struct Waited // for something to come
    {
        double hard = 0; // shares: which gives up since nobody can be reached
        double hardWhenLate = 0; // of them, of those who were late already
        double late = 0; // lost ones included
        double lost = 0;
        double lingering = 0; // seconds which an attempt is late and still under way, in the mean
        double seconds = 0; // in the mean
        double polls = 1;
        bool isDegraded = false;
    };
    struct Ended // those who waited
    {
        double full = 0; // shares
        double degraded = 0;
        int reason = 0; // of lateness
        int unreachable = 0; // the same, of those who give up
        int fallback = 0;
    };
    void take(const Step &step);
    void takeOnce(const Mixture &answer);
    void takeUntil(const Step &step, const Mixture &answer, const MessageDelay &message, double fresh);
    Waited wait(const Step &step, const Mixture &answer, const MessageDelay &message) const;
    void endWaiting(const Step &step, const Waited &waited, const Ended &ended);
    void addNext(const std::vector<Play::Next> &next, double times);

    Stage &m_stage;
    const Stage::Setting &m_setting;
    const Load &m_load;
    const Journey &m_journey;
    JourneyPlay m_play;
    double m_full = 1; // share which has come so far in full
    double m_degraded = 0;
    Commonest m_whyFailed;
    Commonest m_whyDegraded;
    Commonest m_whySlow;
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
    const auto *declared = m_setting.ground.endpoint(endpoint).declared;
    const bool isKeyed = declared->idempotent && declared->id.operation.startsWith(u"POST ");
    std::vector<Play::Next> next;
    const Mixture answer = m_stage.enter(endpoint, isKeyed, secondsOf(m_load.patience), next);
    double hangs = 0;
    for (const auto &each : next)
        hangs += each.count * m_stage.play(each.play).answer.neverShare();
    m_play.hung += going * std::min(1.0, hangs);
    double times = 1;
    if (step.until) {
        const double fresh = asksAboutOrders(m_journey) ? m_setting.strain.newOrders : 1;
        const auto message = messageDelay(m_setting, m_stage.phase(), endpoint);
        times = fresh * wait(step, answer, message).polls + (1 - fresh) * wait(step, answer, {}).polls;
        takeUntil(step, answer, message, fresh);
    } else {
        takeOnce(answer);
    }
    addNext(next, going * times);
}

void Walk::addNext(const std::vector<Play::Next> &next, double times)
{
    for (const auto &each : next)
        m_play.next.push_back({each.play, each.count * times});
}

void Walk::takeOnce(const Mixture &answer)
{
    const double full = m_full;
    const double degraded = m_degraded;
    m_full = 0;
    m_degraded = 0;
    for (const auto &fate : answer.fates()) {
        const double share = fate.share * (full + degraded);
        m_play.seconds += share * fate.seconds;
        if (hasFailed(fate.ending)) {
            m_play.failed += share;
            m_whyFailed.add(fate.reason, share);
        } else if (fate.ending == Ending::Degraded) {
            m_degraded += share;
            m_whyDegraded.add(fate.reason, share);
        } else {
            m_full += fate.share * full;
            m_degraded += fate.share * degraded;
            m_whySlow.add(fate.reason, share);
        }
    }
}

// Asks again while the shop answers that it is not well or has nothing yet; who cannot reach it gives up.
Walk::Waited Walk::wait(const Step &step, const Mixture &answer, const MessageDelay &message) const
{
    Waited waited;
    double soft = 0;
    double softSeconds = 0;
    double hard = 0;
    for (const auto &fate : answer.fates()) {
        if (fate.ending == Ending::Away) {
            soft += fate.share;
            softSeconds += fate.share * fate.seconds;
        } else if (hasFailed(fate.ending)) {
            hard += fate.share;
        }
        waited.isDegraded = waited.isDegraded || (fate.ending == Ending::Degraded && fate.share > 0.5);
    }
    const double back = m_stage.phase().downSeconds; // then nobody is away any more
    const double there = std::max(message.seconds, soft > 0.5 ? back : 0);
    const double away = back > 0 && soft > 0.5 ? 0 : soft;
    const Polls polls{secondsOf(step.until->lateAfter), secondsOf(m_load.pollEvery),
                      secondsOf(m_load.pollWhenLate), soft > 0 ? softSeconds / soft : 0};
    const auto inVainBy
        = [&](double seconds) { return there > 0 ? polls.before(std::min(seconds, there)) : 0; };
    const auto pending = [&](double seconds) { // share of those who have nothing by then
        const double inVain = inVainBy(seconds);
        return std::pow(1 - hard, inVain) * std::pow(away, polls.before(seconds) - inVain);
    };
    const double lost = secondsOf(step.until->lostAfter);
    waited.lost = pending(lost);
    waited.late = pending(secondsOf(step.until->lateAfter));
    constexpr double look = 0.25;
    for (double now = secondsOf(step.until->lateAfter); now < std::min(lost, m_setting.moment); now += look)
        waited.lingering += look * pending(now);
    const double inVain = inVainBy(lost);
    const double going = std::pow(1 - hard, inVain);
    const double inVainLate = inVain - inVainBy(secondsOf(step.until->lateAfter));
    waited.hardWhenLate
        = std::min(waited.late - waited.lost, waited.late * (1 - std::pow(1 - hard, inVainLate)));
    waited.hard = 1 - going * (hard < 1 ? 1 - hard / std::max(1 - away, hard + 1e-9) : 0);
    waited.hard = std::clamp(waited.hard, hard > 0 ? std::min(hard, 1.0) : 0.0, 1 - waited.lost);
    const double further = away < 1 ? (1 - std::pow(away, polls.before(lost) - inVain)) / (1 - away)
                                    : polls.before(lost) - inVain;
    waited.polls = std::max(1.0, inVain + going * further);
    waited.seconds = waited.lost * lost + (1 - waited.lost) * std::min(there, lost);
    return waited;
}

// A share of what is asked about is fresh: its message is still on its way.
void Walk::takeUntil(const Step &step, const Mixture &answer, const MessageDelay &message, double fresh)
{
    Commonest failed;
    Commonest fell;
    for (const auto &fate : answer.fates()) {
        if (hasFailed(fate.ending))
            failed.add(fate.reason, fate.share);
        else if (fate.ending == Ending::Degraded)
            fell.add(fate.reason, fate.share);
    }
    const double full = std::exchange(m_full, 0);
    const double degraded = std::exchange(m_degraded, 0);
    for (const bool isFresh : {true, false}) {
        const double part = isFresh ? fresh : 1 - fresh;
        if (part <= 0)
            continue;
        const auto about = isFresh ? message : MessageDelay{};
        const auto waited = wait(step, answer, about);
        const double going = (full + degraded) * part;
        m_play.seconds += going * (waited.seconds + waited.hard * answer.meanSeconds());
        const bool isMessage = about.reason != 0 && about.seconds > 0;
        const Ended ended{full * part, degraded * part, isMessage ? about.reason : failed.reason(),
                          failed.reason(), fell.reason()};
        endWaiting(step, waited, ended);
    }
}

// What is late counts as degraded all the time while it goes on, and what becomes lost only from then on as
// failed; so do then those who are late, when most of them get lost (services/experiment, JourneyMonitor).
void Walk::endWaiting(const Step &step, const Waited &waited, const Ended &ended)
{
    constexpr double window = 2; // seconds, of the monitor
    const double late = m_setting.moment > secondsOf(step.until->lateAfter) ? waited.late : 0;
    const double lost = m_setting.moment > secondsOf(step.until->lostAfter) ? waited.lost : 0;
    const double seen = 1 + waited.lingering / window; // attempts, for one that has ended
    const double lingering = 1 - 1 / seen;
    const double given = late > 0 ? std::max(0.0, waited.hardWhenLate) : 0;
    const bool mostAreLost = lost + given > late / 2;
    const double failed = lost / seen + (mostAreLost ? lingering : 0);
    const double degraded = std::max(0.0, late - lost - given) / seen + (mostAreLost ? 0 : lingering);
    const double all = ended.full + ended.degraded;
    m_whyDegraded.add(m_setting.reasons.add(u"what is waited for comes late"_s, ended.reason),
                      all * degraded);
    m_whyFailed.add(m_setting.reasons.add(u"what is waited for does not come in time"_s, ended.reason),
                    all * failed);
    m_whyFailed.add(ended.unreachable, all * waited.hard / seen);
    m_play.failed += all * (failed + waited.hard / seen);
    const double rest = std::max(0.0, 1 - waited.hard - late + given) / seen;
    m_degraded += all * degraded + ended.degraded * rest + (waited.isDegraded ? ended.full * rest : 0);
    m_full += waited.isDegraded ? 0 : ended.full * rest;
    m_whyDegraded.add(ended.fallback, waited.isDegraded ? ended.full * rest : 0);
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
