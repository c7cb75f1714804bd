// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calling.h"

#include "seconds.h"
#include "wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace model::analysis {

using namespace Qt::StringLiterals;

namespace {

constexpr int headBytes = 400; // what the lines of HTTP take besides the body (services/faults)

} // namespace

Calling::Calling(Stage &stage, const Visit &caller, const Ground::Call &call)
    : m_stage(stage)
    , m_setting(stage.setting())
    , m_caller(caller)
    , m_call(call)
    , m_policies(*call.policies)
    , m_from(m_setting.ground.endpoint(caller.endpoint))
    , m_to(m_setting.ground.endpoint(call.to))
{
}

// Without a time limit of its own a call has none at all, whatever its caller's was.
double Calling::limit() const
{
    return m_policies.timeout ? std::min(m_caller.budget, secondsOf(m_policies.timeout->limit)) : never;
}

Calling::Made Calling::make()
{
    Made made;
    Mixture outcome = asked(made);
    made.use.call = &m_call;
    use(outcome, made.use);
    const auto &strain = m_setting.strain.calls[static_cast<std::size_t>(m_call.number)];
    const double passes = (1 - strain.stoppedByBreaker) * (1 - strain.stoppedByBulkhead);
    for (auto &next : made.next)
        next.count *= passes;
    made.use.passes = passes;
    made.outcome = withFallback(stopped(outcome));
    return made;
}

// Nobody waits beyond the limit, within a unit or beyond it; what was asked for goes on.
Mixture Calling::asked(Made &made)
{
    if (m_call.crosses)
        return cutAt(acrossLine(made), limit());
    const Visit there{m_call.to, m_caller.lot, true, m_caller.isKeyed, limit(), m_caller.asker};
    const auto number = m_stage.played(there);
    made.next.push_back({number, 1});
    return cutAt(m_stage.play(number).answer, limit());
}

Mixture Calling::acrossLine(Made &made)
{
    const auto links = m_setting.troubles.links(m_from.declared->id.capability, m_to.declared->id.capability);
    const Mixture way = passed(links, passage(false), m_setting.ground, m_setting.reasons);
    made.use.arrives = 1 - way.neverShare();
    const Visit there{m_call.to, 0, false, m_caller.isKeyed, limit(), m_caller.asker};
    std::vector<Play::Next> visits;
    const Mixture answer = m_stage.attempts(there, repeats(), visits);
    const Mixture connected = cutAt(answer, limit());
    made.use.connectedSeconds = connected.meanSeconds();
    made.use.connectedLost = connected.neverShare();
    made.use.lostReason = connected.neverReason();
    const double letOut = m_setting.strain.clients[static_cast<std::size_t>(m_from.unit)].letOut;
    for (const auto &visit : visits)
        made.next.push_back({visit.play, visit.count * made.use.arrives * letOut});
    const Mixture gotten = letOut < 1 ? withoutConnection(answer, letOut) : answer;
    return links.empty() ? gotten
                         : inSequence(inSequence(way, gotten),
                                      passed(links, passage(true), m_setting.ground, m_setting.reasons));
}

Mixture Calling::withoutConnection(const Mixture &answer, double letOut) const
{
    const auto &unit = *m_setting.ground.unit(m_from.unit).declared;
    const int reason = m_setting.reasons.add(
        QCoreApplication::translate("model::analysis", "%1 makes as many calls at once as it can")
            .arg(unit.title),
        m_setting.strain.clients[static_cast<std::size_t>(m_from.unit)].lostReason);
    Mixture mixture;
    mixture.add(answer, letOut);
    mixture.add({1 - letOut, 0, Ending::Away, reason});
    return mixture;
}

Passage Calling::passage(bool isAnswer) const
{
    const auto line = m_setting.strain.lines.value({m_from.capability, m_to.capability});
    const int bytes = headBytes + (isAnswer ? m_to.declared->answerBytes : 0);
    return {bytes, isAnswer, limit(), line, m_setting.moment};
}

Stage::Repeats Calling::repeats() const
{
    const auto &retry = m_policies.retry;
    Stage::Repeats repeats;
    if (!retry)
        return repeats;
    const bool isSafe = !retry->onlyIdempotent || m_caller.isKeyed || m_to.declared->idempotent;
    repeats.attempts = retry->attempts;
    repeats.afterReset = isSafe;
    repeats.afterOutage = isSafe && retry->on == operation::RetryOn::CalleeFailures;
    repeats.pauseSeconds = secondsOf(retry->backoff) * (retry->fullJitter ? 0.5 : 1);
    const double calls = m_setting.strain.calls[static_cast<std::size_t>(m_call.number)].perSecond;
    repeats.allowed = never;
    if (retry->hasBudget && calls > 0)
        repeats.allowed = retry->budgetShare + retry->budgetPerSecond / calls;
    return repeats;
}

void Calling::use(const Mixture &asked, Play::Use &use) const
{
    const double slowAfter = m_policies.breaker ? secondsOf(m_policies.breaker->slowAfter) : never;
    use.failed
        = asked.shareOf([](const Fate &fate) { return isOutage(fate.ending) && fate.seconds != never; });
    use.slow
        = asked.shareOf([&](const Fate &fate) { return fate.seconds >= slowAfter && fate.seconds != never; });
    use.heldSeconds = asked.meanSeconds();
    use.lost = asked.neverShare();
}

Mixture Calling::stopped(const Mixture &asked) const
{
    const auto &strain = m_setting.strain.calls[static_cast<std::size_t>(m_call.number)];
    const double byBulkhead = strain.stoppedByBulkhead;
    const double byBreaker = (1 - byBulkhead) * strain.stoppedByBreaker;
    if (byBulkhead + byBreaker <= 0)
        return asked;
    int cause = 0;
    double most = 0;
    for (const auto &fate : asked.fates()) {
        if (fate.reason != 0 && fate.share > most) {
            cause = fate.reason;
            most = fate.share;
        }
    }
    const auto &callee = m_setting.ground.capability(m_to.capability).title;
    Mixture mixture;
    mixture.add(asked, 1 - byBulkhead - byBreaker);
    mixture.add({byBreaker, 0, Ending::Away,
                 m_setting.reasons.add(
                     QCoreApplication::translate("model::analysis", "the breaker to %1 is open").arg(callee),
                     cause)});
    mixture.add({byBulkhead, 0, Ending::Away,
                 m_setting.reasons.add(
                     QCoreApplication::translate("model::analysis", "the bulkhead to %1 is full").arg(callee),
                     cause)});
    return mixture;
}

bool Calling::mayBeRemembered() const
{
    return m_policies.fallback && m_policies.fallback->kind == operation::Fallback::Cached
        && !m_caller.isKeyed && m_to.declared->id.operation.startsWith(u"GET ");
}

Mixture Calling::withFallback(const Mixture &outcome) const
{
    const auto &known = m_setting.strain.calls[static_cast<std::size_t>(m_call.number)].remembered;
    const double remembered = known.empty() ? 0 : known[m_caller.asker.index(known.size())];
    if (!mayBeRemembered() || remembered <= 0)
        return outcome;
    const auto &callee = m_setting.ground.capability(m_to.capability).title;
    Mixture mixture;
    for (Fate fate : outcome.fates()) {
        const double share = fate.share;
        const bool standsIn = isOutage(fate.ending) && fate.seconds != never;
        fate.share = standsIn ? share * (1 - remembered) : share;
        mixture.add(fate);
        if (standsIn)
            mixture.add({share * remembered, fate.seconds, Ending::Degraded,
                         m_setting.reasons.add(QCoreApplication::translate(
                                                   "model::analysis", "an earlier answer of %1 stands in")
                                                   .arg(callee),
                                               fate.reason)});
    }
    return mixture;
}

} // namespace model::analysis
