// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeyplay.h"

#include "wording.h"

#include <model/operation/faultwords.h>

#include <algorithm>

namespace model::analysis {

using namespace Qt::StringLiterals;
using system::Journey;
using system::Step;

namespace {

double secondsOf(std::chrono::milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

// The commonest of reasons.
class Commonest
{
public:
    void add(int reason, double share)
    {
        if (reason != 0)
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
    {
    }

    JourneyPlay walk();

private:
    struct Waited // for something to come
    {
        double seconds = 0;
        double hard = 0; // share which fails at once
        double polls = 1;
        bool isDegraded = false;
    };
    void take(const Step &step);
    void takeOnce(const Mixture &answer);
    void takeUntil(const Step &step, const Mixture &answer, const MessageDelay &message, double fresh);
    Waited wait(const Mixture &answer, const MessageDelay &message) const;
    void endLate(const Step &step, double part, double waited, int reason);
    void addNext(const std::vector<Play::Next> &next, double times);

    Stage &m_stage;
    const Stage::Setting &m_setting;
    const Load &m_load;
    const Journey &m_journey;
    JourneyPlay m_play;
    double m_full = 1; // share which has come so far in full
    double m_degraded = 0;
    double m_lateFull = 0; // the same, of what has been waited for
    double m_lateDegraded = 0;
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
        times = fresh * wait(answer, message).polls + (1 - fresh) * wait(answer, {}).polls;
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
Walk::Waited Walk::wait(const Mixture &answer, const MessageDelay &message) const
{
    double well = 0;
    double hard = 0;
    double soft = 0;
    double softSeconds = 0;
    Waited waited;
    for (const auto &fate : answer.fates()) {
        if (!hasFailed(fate.ending)) {
            well += fate.share;
            waited.isDegraded = waited.isDegraded || (fate.ending == Ending::Degraded && fate.share > 0.5);
        } else if (fate.ending == Ending::Away) {
            soft += fate.share;
            softSeconds += fate.share * fate.seconds;
        } else {
            hard += fate.share;
        }
    }
    const double pause = secondsOf(m_load.pollEvery);
    const double pollSeconds = pause + (soft > 0 ? softSeconds / soft : 0);
    waited.hard = well + hard > 0 ? hard / (well + hard) : 0;
    waited.seconds = well + hard > 0 ? soft / (well + hard) * pollSeconds : never;
    const double back = m_stage.phase().downSeconds;
    if (back > 0)
        waited.seconds = std::min(waited.seconds, back);
    waited.seconds = std::max(waited.seconds, hard < 1 ? message.seconds : 0);
    const auto longest = [](const Step &step) { return step.until ? secondsOf(step.until->lostAfter) : 0.0; };
    double most = 0;
    for (const Step &step : m_journey.steps)
        most = std::max(most, longest(step));
    waited.polls = 1 + std::min(waited.seconds, most) * (1 - waited.hard) / pollSeconds;
    return waited;
}

// A share of what is asked about is fresh: its message is still on its way.
void Walk::takeUntil(const Step &step, const Mixture &answer, const MessageDelay &message, double fresh)
{
    const auto waited = wait(answer, message);
    Commonest failed;
    Commonest fell;
    for (const auto &fate : answer.fates()) {
        if (hasFailed(fate.ending))
            failed.add(fate.reason, fate.share);
        else if (fate.ending == Ending::Degraded)
            fell.add(fate.reason, fate.share);
    }
    const double going = m_full + m_degraded;
    m_play.failed += going * waited.hard;
    if (waited.hard > 0)
        m_whyFailed.add(failed.reason(), going * waited.hard);
    m_full *= 1 - waited.hard;
    m_degraded *= 1 - waited.hard;
    if (waited.isDegraded) {
        m_whyDegraded.add(fell.reason(), m_full);
        m_degraded += std::exchange(m_full, 0);
    }
    m_play.seconds += going * (waited.hard > 0 ? answer.meanSeconds() : 0);
    const bool isMessage = message.seconds >= waited.seconds && message.reason != 0;
    endLate(step, fresh, waited.seconds, isMessage ? message.reason : failed.reason());
    if (fresh < 1)
        endLate(step, 1 - fresh, wait(answer, {}).seconds, failed.reason());
    m_full = std::exchange(m_lateFull, 0);
    m_degraded = std::exchange(m_lateDegraded, 0);
}

// What is late counts as degraded while it goes on, and what becomes lost only from then on as failed
// (services/experiment, JourneyMonitor).
void Walk::endLate(const Step &step, double part, double waited, int reason)
{
    const double late = secondsOf(step.until->lateAfter);
    const double lost = secondsOf(step.until->lostAfter);
    const double known = std::min(waited, m_setting.moment);
    const double full = m_full * part;
    const double all = (m_full + m_degraded) * part;
    m_play.seconds += all * std::min(waited, lost);
    if (known <= late) {
        m_lateFull += full;
        m_lateDegraded += all - full;
    } else if (known <= lost) {
        m_whyDegraded.add(m_setting.reasons.add(u"what is waited for comes late"_s, reason), all);
        m_lateDegraded += all;
    } else {
        m_whyFailed.add(m_setting.reasons.add(u"what is waited for does not come in time"_s, reason), all);
        m_play.failed += all;
    }
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
