// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "flow.h"

namespace model::analysis {

namespace {

constexpr int bytesOfHead = 400; // see Calling

} // namespace

Flow::Flow(const Ground &ground, const Troubles &troubles)
    : m_ground(ground)
    , m_troubles(troubles)
    , m_calls(static_cast<std::size_t>(ground.calls()))
    , m_clients(ground.units().size())
    , m_publishing(ground.situation().system.capabilities.size())
{
    for (std::size_t unit = 0; unit < ground.units().size(); ++unit)
        m_lots.emplace_back(troubles.lots(static_cast<int>(unit)).size());
}

void Flow::add(const Stage &stage, const std::vector<Source> &sources)
{
    const auto &plays = stage.plays();
    std::vector<double> perSecond(plays.size());
    for (const auto &source : sources) {
        for (const auto &next : source.journey->next)
            perSecond[next.play] += source.perSecond * stage.phase().share * next.count;
    }
    for (std::size_t i = plays.size(); i-- > 0;) { // each comes after those which it makes
        if (perSecond[i] <= 0)
            continue;
        for (const auto &next : plays[i].next)
            perSecond[next.play] += perSecond[i] * next.count;
        const int unit = m_ground.endpoint(plays[i].visit.endpoint).unit;
        addPlay(plays[i], perSecond[i],
                m_troubles.lots(unit)[static_cast<std::size_t>(plays[i].visit.lot)].instances);
        addUses(plays[i], perSecond[i], stage.setting().strain);
    }
}

void Flow::addPlay(const Play &play, double perSecond, int instances)
{
    const auto &endpoint = m_ground.endpoint(play.visit.endpoint);
    auto &lot = m_lots[static_cast<std::size_t>(endpoint.unit)][static_cast<std::size_t>(play.visit.lot)];
    const double each = perSecond / instances;
    const double held = play.answer.meanSeconds();
    const double lost = play.answer.neverShare();
    (play.visit.isLocal ? lot.insidePerSecond : lot.outsidePerSecond) += each;
    lot.inFlight += each * held;
    lot.wouldBeInFlight += play.admitted > 0 ? each * held / play.admitted : 0;
    lot.lostPerSecond += each * lost;
    const std::chrono::duration<double> work = endpoint.declared->serviceTime;
    lot.workSeconds += each * play.admitted * work.count();
    if (lost > 0)
        lot.lostReason = play.answer.neverReason();
    if (endpoint.declared->changesData)
        m_publishing[static_cast<std::size_t>(endpoint.capability)]
            += perSecond * play.answer.shareOf([](const Fate &fate) { return !hasFailed(fate.ending); });
    if (play.visit.isLocal)
        return;
    lot.wouldBeConnected += play.admitted > 0 ? each * held / play.admitted : 0;
    lot.outsideHeld += each * held;
    lot.outsideLost += each * lost;
    lot.outsideFailed += each * play.answer.shareOf([](const Fate &fate) { return isOutage(fate.ending); });
}

void Flow::add(const std::vector<Told> &told)
{
    for (std::size_t i = 0; i < told.size(); ++i) {
        const int unit = m_ground.unitOf(m_ground.capability(static_cast<int>(i)).id);
        for (auto &lot : m_lots[static_cast<std::size_t>(unit)]) {
            const double share = 1.0 / m_ground.unit(unit).declared->instances;
            lot.messagesPerSecond += told[i].perSecond * share;
            lot.workSeconds += told[i].workSeconds * share;
        }
    }
}

void Flow::addUses(const Play &play, double perSecond, const Strain &strain)
{
    for (const auto &use : play.uses) {
        const auto &to = m_ground.endpoint(use.call->to);
        const double each = perSecond * use.made / use.call->instances;
        auto &call = m_calls[static_cast<std::size_t>(use.call->number)];
        call.perSecond += each;
        call.failed += each * use.failed;
        call.slow += each * use.slow;
        call.held += each * use.heldSeconds;
        call.lostPerSecond += each * use.lost;
        if (use.call->crosses) {
            const auto unit = static_cast<std::size_t>(m_ground.endpoint(play.visit.endpoint).unit);
            const double begun = each * use.passes * use.arrives;
            m_clients[unit].wouldBeConnected += begun * use.connectedSeconds;
            m_clients[unit].lostPerSecond += begun * strain.clients[unit].letOut * use.connectedLost;
            if (use.connectedLost > 0)
                m_clients[unit].lostReason = use.lostReason;
        }
        auto &line = m_lines[{m_ground.endpoint(play.visit.endpoint).capability, to.capability}];
        line.askedPerSecond += each * use.passes * bytesOfHead;
        line.answeredPerSecond += each * use.passes * use.arrives
            * strain.clients[static_cast<std::size_t>(m_ground.endpoint(play.visit.endpoint).unit)].letOut
            * (bytesOfHead + to.declared->answerBytes);
    }
}

} // namespace model::analysis
