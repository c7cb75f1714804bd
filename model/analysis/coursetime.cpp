// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "course.h"
#include "protection.h"
#include "seconds.h"
#include "wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace model::analysis {

using namespace Qt::StringLiterals;

namespace {

constexpr double together = 1.02; // what runs full within two in a hundred of the same time does so at once
constexpr double noLoss = 1e-6; // a second
constexpr double asGoodAsAll = 0.995;

int commonest(const std::map<int, double> &shares)
{
    const auto most = std::ranges::max_element(shares, {}, [](const auto &each) { return each.second; });
    return most == shares.end() ? 0 : most->first;
}

QString percent(double share)
{
    return QString::number(share * 100, 'g', 2) + u" %"_s;
}

} // namespace

double Course::secondsUntilFull() const
{
    double soonest = never;
    for (std::size_t unit = 0; unit < m_losses.size(); ++unit) {
        for (std::size_t lot = 0; lot < m_losses[unit].size(); ++lot) {
            const auto &losses = m_losses[unit][lot];
            const double places = placesFor(static_cast<int>(unit)) - m_strain.lots[unit][lot].lost;
            const double connections = mostConnections - m_strain.lots[unit][lot].lostConnections;
            if (losses.places > noLoss && places >= 1)
                soonest = std::min(soonest, places / losses.places);
            if (losses.connections > noLoss && connections >= 1)
                soonest = std::min(soonest, connections / losses.connections);
        }
    }
    for (const auto &endpoint : m_ground.endpoints()) {
        for (const auto &call : endpoint.calls) {
            const auto number = static_cast<std::size_t>(call.number);
            const auto &bulkhead = call.policies->bulkhead;
            const double left = bulkhead ? bulkhead->concurrent - m_strain.calls[number].lost : 0;
            if (m_callLosses[number] > noLoss && left >= 1)
                soonest = std::min(soonest, left / m_callLosses[number]);
        }
    }
    for (std::size_t unit = 0; unit < m_clients.size(); ++unit) {
        const double left = mostCalls - m_strain.clients[unit].lost;
        if (m_clients[unit].lostPerSecond > noLoss && left >= 1)
            soonest = std::min(soonest, left / m_clients[unit].lostPerSecond);
    }
    const double orders = m_situation.load.customers - m_strain.lostOrders;
    if (m_orderLosses > noLoss && orders > 0)
        soonest = std::min(soonest, orders / m_orderLosses);
    return soonest;
}

void Course::lose(double seconds, double moment)
{
    m_strain.lostOrders
        += m_orderLosses * seconds * (m_strain.lostOrders < m_situation.load.customers ? 1 : 0);
    if (m_situation.load.customers - m_strain.lostOrders < 0.5)
        m_strain.lostOrders = m_situation.load.customers;
    loseConnections(seconds);
    for (std::size_t call = 0; call < m_callLosses.size(); ++call)
        m_strain.calls[call].lost += m_callLosses[call] * seconds;
    for (std::size_t unit = 0; unit < m_losses.size(); ++unit) {
        for (std::size_t lot = 0; lot < m_losses[unit].size(); ++lot) {
            auto &strain = m_strain.lots[unit][lot];
            const double places = placesFor(static_cast<int>(unit));
            if (places - strain.lost >= 1) {
                strain.lost += m_losses[unit][lot].places * seconds;
                if (strain.lost * together >= places)
                    fill(static_cast<int>(unit), lot, Full::Places, moment);
            }
            if (mostConnections - strain.lostConnections >= 1) {
                strain.lostConnections += m_losses[unit][lot].connections * seconds;
                if (strain.lostConnections * together >= mostConnections)
                    fill(static_cast<int>(unit), lot, Full::Connections, moment);
            }
        }
    }
}

void Course::loseConnections(double seconds)
{
    for (std::size_t unit = 0; unit < m_clients.size(); ++unit) {
        auto &client = m_strain.clients[unit];
        client.lost = std::min(mostCalls, client.lost + m_clients[unit].lostPerSecond * seconds);
        if (client.lost * together >= mostCalls)
            client.lost = mostCalls;
        if (client.lost > 0 && client.lostReason == 0)
            client.lostReason = m_clients[unit].lostReason;
    }
}

void Course::fill(int unit, std::size_t lot, Full what, double moment)
{
    auto &strain = m_strain.of(unit, lot);
    const double all = what == Full::Places ? placesFor(unit) : mostConnections;
    (what == Full::Places ? strain.lost : strain.lostConnections) = all;
    if (strain.lostReason != 0)
        return;
    int cause = 0;
    for (const auto &stage : m_stages) {
        for (const auto &play : stage.plays()) {
            if (m_ground.endpoint(play.visit.endpoint).unit != unit)
                continue;
            for (const auto &fate : play.answer.fates())
                cause = fate.seconds == never ? fate.reason : cause;
        }
    }
    const auto &ground = m_ground.unit(unit);
    strain.lostReason = m_reasons.add(
        (what == Full::Places
             ? QCoreApplication::translate("model::analysis",
                                           "requests that never end hold all %1 places of %2 after %3")
             : QCoreApplication::translate("model::analysis",
                                           "requests that never end hold all %1 connections of %2 after %3"))
            .arg(QString::number(all), ground.declared->title, timeInWords(moment)),
        cause);
}

void Course::note(double moment)
{
    for (std::size_t i = 0; i < m_situation.system.journeys.size(); ++i) {
        Shares shares;
        for (std::size_t phase = 0; phase < m_phases.size(); ++phase) {
            const auto &play = m_journeys[phase][i];
            const double share = m_phases[phase].share * m_strain.begun;
            shares.full += share * play.full;
            shares.degraded += share * play.degraded;
            shares.seconds += share * play.seconds;
            shares.failures[play.whyFailed] += share * play.failed;
            shares.reasons[play.whyFailed] += share * play.failed;
            shares.reasons[play.whyDegraded] += share * play.degraded;
            shares.slow[play.whySlow] += share * play.full;
        }
        if (m_strain.begun < 1) {
            const int crowd
                = m_reasons.add(QCoreApplication::translate("model::analysis",
                                                            "%1 customers wait already, and no more can come")
                                    .arg(m_situation.load.mostUnderWay));
            shares.failures[crowd] += 1 - m_strain.begun;
            shares.reasons[crowd] += 1 - m_strain.begun;
        }
        const auto &id = m_situation.system.journeys[i].id;
        remember(m_radius.journeys[id], outlookOf(shares), moment);
    }
    noteEndpoints(moment);
}

void Course::noteEndpoints(double moment)
{
    const double patience = secondsOf(m_situation.load.patience);
    for (std::size_t i = 0; i < m_ground.endpoints().size(); ++i) {
        Shares shares;
        for (auto &stage : m_stages) {
            std::vector<Play::Next> next;
            const auto answer
                = cutAt(stage.attempts({static_cast<int>(i), 0, false, false, patience}, {}, next), patience);
            for (const auto &fate : answer.fates()) {
                const double share = fate.share * stage.phase().share;
                shares.full += fate.ending == Ending::Full ? share : 0;
                shares.degraded += fate.ending == Ending::Degraded ? share : 0;
                shares.seconds += share * fate.seconds;
                auto &reasons = fate.ending == Ending::Full ? shares.slow : shares.reasons;
                reasons[fate.reason] += share;
                if (hasFailed(fate.ending))
                    shares.failures[fate.reason] += share;
            }
        }
        remember(m_radius.endpoints[m_ground.endpoints()[i].declared->id], outlookOf(shares), moment);
    }
}

Outlook Course::outlookOf(const Shares &shares) const
{
    Outlook outlook;
    outlook.inFull = std::min(1.0, shares.full);
    outlook.succeeded = std::min(1.0, shares.full + shares.degraded);
    if (outlook.succeeded >= asGoodAsAll && shares.seconds != never)
        outlook.takes = std::chrono::duration<double>(shares.seconds);
    outlook.state = operation::stateOf(outlook.succeeded + 1e-9, outlook.inFull + 1e-9);
    const int bad = commonest(outlook.state == JourneyState::Down ? shares.failures : shares.reasons);
    const int slow = commonest(shares.slow);
    outlook.isSlowed = slow != 0;
    if (outlook.state != JourneyState::Working)
        outlook.why = m_reasons.words(bad);
    else if (outlook.inFull < asGoodAsAll)
        outlook.why = QCoreApplication::translate("model::analysis", "%1 are not served in full: %2")
                          .arg(percent(1 - outlook.inFull), m_reasons.words(bad));
    else if (slow != 0)
        outlook.why = QCoreApplication::translate("model::analysis", "slower, but in time: %1")
                          .arg(m_reasons.words(slow));
    else if (!m_troubles.isEmpty())
        outlook.why = QCoreApplication::translate("model::analysis", "needs nothing that is in trouble");
    return outlook;
}

// The time is that since which it has been so.
void Course::remember(Outlook &known, Outlook now, double moment)
{
    now.after = std::chrono::milliseconds(std::llround(moment * 1000));
    if (now.state == known.state)
        now.after = known.after;
    known = std::move(now);
}

BlastRadius blastRadius(const Situation &situation)
{
    return Course(situation).run();
}

} // namespace model::analysis
