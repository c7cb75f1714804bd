// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "handling.h"

#include "calling.h"
#include "seconds.h"
#include "sessions.h"
#include "wording.h"

#include <model/operation/faulttable.h>

#include <QCoreApplication>

#include <algorithm>

namespace model::analysis {

using namespace Qt::StringLiterals;
using operation::FaultSetting;
using system::Necessity;

namespace {

constexpr double lockPatience = 0.3; // of a store's user, in seconds (services/storage)
constexpr double burntSlice = 0.01; // a burning processor is busy with nothing for a share of each such time

// As whoever asked sees it: an answer, be it a bad one.
Ending seenFromOutside(Ending ending)
{
    return isOutage(ending) ? Ending::Away : ending;
}

Mixture evenlyAround(double middle, double jitter, int reason)
{
    constexpr int steps = 5;
    Mixture mixture;
    for (int step = 0; step < steps; ++step) {
        const double offset = (2 * (step + 0.5) / steps - 1) * jitter;
        mixture.add({1.0 / steps, std::max(0.0, middle + offset), Ending::Full, reason});
    }
    return mixture;
}

Ending endingOfStatus(double status)
{
    return status < 500 && status != 429 ? Ending::Wrong : Ending::Away;
}

} // namespace

Handling::Handling(Stage &stage, const Visit &visit)
    : m_stage(stage)
    , m_setting(stage.setting())
    , m_endpoint(m_setting.ground.endpoint(visit.endpoint))
    , m_capability(m_setting.ground.capability(m_endpoint.capability))
    , m_lot(m_setting.troubles.lots(m_endpoint.unit)[static_cast<std::size_t>(visit.lot)])
    , m_strain(m_setting.strain.of(m_endpoint.unit, static_cast<std::size_t>(visit.lot)))
    , m_going(Fate{})
{
    m_play.visit = visit;
}

Play Handling::play()
{
    letIn();
    for (const Fault *fault : m_lot.modules) {
        if (fault->target.capability == m_capability.id)
            suffer(*fault);
    }
    work();
    checkSession();
    if (accesses() > 0) {
        for (const Fault *fault : m_setting.troubles.stores(m_endpoint.unit))
            access(*fault);
    }
    for (const auto &call : m_endpoint.calls)
        make(call);
    m_done.add(m_going, 1);
    for (Fate fate : m_done.fates()) {
        fate.ending = fate.seconds == never ? fate.ending : seenFromOutside(fate.ending);
        m_play.answer.add(fate);
    }
    return std::move(m_play);
}

// What is published goes through the database as well.
int Handling::accesses() const
{
    const auto &declared = *m_endpoint.declared;
    return declared.changesData && !m_capability.publishes.empty() ? std::max(1, declared.storeAccesses)
                                                                   : declared.storeAccesses;
}

void Handling::letIn()
{
    m_play.admitted = m_play.visit.isLocal ? 1 : m_strain.fromOutside;
    if (m_play.admitted >= 1)
        return;
    const auto &unit = m_setting.ground.unit(m_endpoint.unit);
    const int reason = m_strain.lostReason != 0
        ? m_strain.lostReason
        : m_setting.reasons.add(
            QCoreApplication::translate("model::analysis", "%1 has more requests than its %2 places")
                .arg(unit.declared->title, QString::number(unit.inFlight)));
    end(1 - m_play.admitted, Ending::Away, reason);
}

void Handling::suffer(const Fault &fault)
{
    const int reason = m_setting.reasons.add(wordsOn(fault, m_setting.ground));
    const double share = fault.setting(FaultSetting::Share);
    const double seconds = fault.setting(FaultSetting::DelayMs) / 1000;
    Mixture delays;
    switch (fault.kind) {
    case FaultKind::Errors:
        return end(share, endingOfStatus(fault.setting(FaultSetting::Status)), reason);
    case FaultKind::Hang:
        delays = Mixture({share, never, Ending::Silent, reason});
        delays.add({1 - share, 0, Ending::Full, 0});
        break;
    case FaultKind::SlowTail:
        delays = Mixture({share, seconds, Ending::Full, reason});
        delays.add({1 - share, 0, Ending::Full, 0});
        break;
    case FaultKind::SlowJittered:
        delays = evenlyAround(seconds, fault.setting(FaultSetting::JitterMs) / 1000, reason);
        break;
    default:
        delays = Mixture({1, seconds, Ending::Full, reason});
        break;
    }
    delay(delays);
}

void Handling::work()
{
    if (const auto *burn = m_lot.find(FaultKind::CpuBurn); burn != nullptr && !m_play.visit.isLocal) {
        const double slice = burntSlice * burn->setting(FaultSetting::Share);
        delay(Mixture({1, 2 * slice, Ending::Full, m_setting.reasons.add(wordsOn(*burn, m_setting.ground))}));
    }
    if (m_strain.served < 1)
        end(1 - m_strain.served, Ending::Away,
            m_setting.reasons.add(QCoreApplication::translate(
                                      "model::analysis", "all workers of %1 are busy and its queue is full")
                                      .arg(m_setting.ground.unit(m_endpoint.unit).declared->title)));
    delay(Mixture({1, m_strain.waitSeconds + secondsOf(m_endpoint.declared->serviceTime), Ending::Full, 0}));
}

void Handling::checkSession()
{
    if (!m_endpoint.declared->checksSession)
        return;
    const auto expired = expiredSessions(m_setting, m_lot);
    end(expired.share, Ending::Wrong, expired.reason);
}

void Handling::access(const Fault &fault)
{
    const auto &declared = *m_endpoint.declared;
    const int reason = m_setting.reasons.add(wordsOn(fault, m_setting.ground));
    switch (fault.kind) {
    case FaultKind::StoreLocked:
        if (declared.changesData) {
            delay(Mixture({1, lockPatience, Ending::Full, 0}));
            end(1, Ending::Away, reason);
        }
        break;
    case FaultKind::StoreFull:
        if (declared.changesData)
            end(1, Ending::Away, reason);
        break;
    case FaultKind::StoreSlow:
        delay(Mixture({1, accesses() * fault.setting(FaultSetting::DelayMs) / 1000, Ending::Full, reason}));
        break;
    default: // lost, damaged
        end(1, Ending::Away, reason);
        break;
    }
}

void Handling::make(const Ground::Call &call)
{
    const double share = goingShare();
    if (share <= 0)
        return;
    const Mixture outcome = callOf(call, share);
    follow(call, worstOf(outcome, call.declared->count));
}

Mixture Handling::callOf(const Ground::Call &call, double share)
{
    Calling calling(m_stage, m_play.visit, call);
    auto made = calling.make();
    const double times = share * call.declared->count;
    for (auto &next : made.next)
        m_play.next.push_back({next.play, next.count * times});
    made.use.made = times;
    m_play.uses.push_back(made.use);
    return std::move(made.outcome);
}

// What the answer, or its lack, means for the request at hand.
void Handling::follow(const Ground::Call &call, const Mixture &outcome)
{
    const bool isRequired = call.declared->necessity == Necessity::Required;
    // The shop tells the customer what was wrong; what behaves as its file says falls back in any case.
    const bool isPassedOn = m_setting.ground.situation().system.components != u"synthetic";
    const auto &ground = m_setting.ground;
    const auto &caller = m_capability.title;
    const auto &callee = ground.capability(ground.endpoint(call.to).capability).title;
    const QString needs = QCoreApplication::translate("model::analysis", "%1 needs %2").arg(caller, callee);
    const QString without = QCoreApplication::translate("model::analysis", "%1 does without %2 (%3)")
                                .arg(caller, callee, call.declared->fallback);
    const double budget = call.policies->timeout ? m_play.visit.budget : never;
    Mixture going;
    for (const auto &before : m_going.fates()) {
        for (Fate fate : outcome.fates()) {
            const bool isTooLate = before.seconds >= budget;
            fate.share *= before.share;
            fate.seconds = isTooLate ? before.seconds : before.seconds + fate.seconds;
            if (isTooLate || (call.crosses && fate.seconds > budget)) {
                fate.seconds = std::max(budget, before.seconds);
                fate.ending = Ending::Silent;
            }
            if (fate.seconds == never) {
                fate.reason = m_setting.reasons.add(
                    needs + QCoreApplication::translate("model::analysis", " and waits for ever"),
                    fate.reason);
                m_done.add(fate);
            } else if (!hasFailed(fate.ending)) {
                fate.ending = std::max(fate.ending, before.ending);
                fate.reason = fate.reason != 0 ? fate.reason : before.reason;
                going.add(fate);
            } else if (isRequired || (fate.ending == Ending::Wrong && isPassedOn)) {
                fate.reason = m_setting.reasons.add(needs, fate.reason);
                m_done.add(fate);
            } else {
                fate.ending = Ending::Degraded;
                fate.reason = m_setting.reasons.add(without, fate.reason);
                going.add(fate);
            }
        }
    }
    m_going = going;
}

void Handling::end(double share, Ending ending, int reason)
{
    Mixture going;
    for (Fate fate : m_going.fates()) {
        const double whole = fate.share;
        fate.share = whole * (1 - share);
        going.add(fate);
        m_done.add({whole * share, fate.seconds, ending, reason});
    }
    m_going = going;
}

// Whoever waits inside waits no longer than anybody waits for the answer.
void Handling::delay(const Mixture &delays)
{
    Mixture going;
    for (const auto &fate : cutAt(inSequence(m_going, delays), m_play.visit.budget).fates()) {
        if (hasFailed(fate.ending))
            m_done.add(fate);
        else
            going.add(fate);
    }
    m_going = going;
}

} // namespace model::analysis
