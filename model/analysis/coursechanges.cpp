// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "course.h"
#include "protection.h"
#include "seconds.h"

#include <algorithm>
#include <array>
#include <cmath>

// What builds up between two moments, but for lost places: breakers that will open, queues in front of narrow
// lines and of consumers, and those who wait.
namespace model::analysis {

using operation::FaultSetting;

namespace {

// The narrowest of them.
double bytesPerSecond(const std::vector<const Fault *> &faults)
{
    double least = never;
    for (const Fault *fault : faults) {
        if (fault->kind == FaultKind::LinkBandwidth)
            least = std::min(least, fault->setting(FaultSetting::KilobytesPerSecond) * 1000);
    }
    return least;
}

} // namespace

// Of those who are lost because nobody limits how long they wait in front of a narrow line. Once all room is
// taken by such, as many more come in as the line lets through: each place that it gives back is free until
// the next one comes who loses it again. What counts is how many would come if there were room.
void Course::lookThroughLines()
{
    double through = 0;
    for (auto line = m_strain.lines.begin(); line != m_strain.lines.end(); ++line) {
        const auto from = m_ground.capability(line.key().first).id;
        const auto to = m_ground.capability(line.key().second).id;
        const double most = bytesPerSecond(m_troubles.links(from, to));
        const double wanted = std::max(line->askedPerSecond, line->answeredPerSecond);
        if (most != never && wanted > most)
            through = std::max(through, most / wanted);
    }
    if (through > 0)
        m_throughLines = m_throughLines > 0 ? std::min(m_throughLines, through) : through;
}

void Course::planBreakers(const Flow &flow, double moment)
{
    const double wellFor = secondsOf(m_situation.load.guarded);
    for (const auto &endpoint : m_ground.endpoints()) {
        for (const auto &call : endpoint.calls) {
            auto &strain = m_strain.calls[static_cast<std::size_t>(call.number)];
            if (!call.policies->breaker || strain.hasOpened)
                continue;
            const double left = secondsUntilOpen(*call.policies->breaker, flow.of(call.number),
                                                 {1 - strain.stoppedByBulkhead, wellFor});
            strain.breakerOpensAt = left == never ? never : std::min(strain.breakerOpensAt, moment + left);
        }
    }
}

double Course::nextOpening() const
{
    double next = never;
    for (const auto &call : m_strain.calls) {
        if (!call.hasOpened)
            next = std::min(next, call.breakerOpensAt);
    }
    return next;
}

void Course::openBreakers(double moment)
{
    constexpr double together = 0.25; // seconds
    for (auto &call : m_strain.calls)
        call.hasOpened = call.hasOpened || call.breakerOpensAt <= moment + together;
}

void Course::relaxQueues(const Flow &flow)
{
    const auto told = toldBy(m_ground, flow.publishing(), m_strain.queues);
    for (std::size_t i = 0; i < told.size(); ++i) {
        auto &queue = m_strain.queues[i];
        queue.perSecond = told[i].perSecond;
        queue.mostPerSecond = paceOf(m_ground, m_troubles, m_strain, static_cast<int>(i)).mostPerSecond;
    }
}

void Course::relaxClients(const Flow &flow, double weight)
{
    for (std::size_t unit = 0; unit < m_strain.clients.size(); ++unit) {
        auto &client = m_strain.clients[unit];
        const auto &asked = flow.clients()[unit];
        client.letOut += (letIn(mostCalls, client.lost, asked.wouldBeConnected) - client.letOut) * weight;
    }
}

void Course::gather(double seconds)
{
    for (auto line = m_strain.lines.begin(); line != m_strain.lines.end(); ++line) {
        const auto from = m_ground.capability(line.key().first).id;
        const auto to = m_ground.capability(line.key().second).id;
        const double most = bytesPerSecond(m_troubles.links(from, to));
        if (most == never)
            continue;
        line->askedBacklog = std::max(0.0, line->askedBacklog + seconds * (line->askedPerSecond - most));
        line->answeredBacklog
            = std::max(0.0, line->answeredBacklog + seconds * (line->answeredPerSecond - most));
    }
    for (auto &queue : m_strain.queues)
        queue.backlog = std::max(0.0, queue.backlog + seconds * (queue.perSecond - queue.mostPerSecond));
}

// Whoever waits is late, gives up or has lost it only some time after those began of whom it is so.
double Course::nextLoss(double now) const
{
    constexpr std::array looksWhenLate = {0.25, 1.0, 2.5}; // for answers take their time
    constexpr std::array looksWhenLost = {0.25, 2.25};
    double next = never;
    const auto look = [&](double moment) { next = moment > now ? std::min(next, moment) : next; };
    for (std::size_t i = 0; i < m_situation.system.journeys.size(); ++i) {
        const double since = m_strain.waitingSince[i];
        for (const auto &step : m_situation.system.journeys[i].steps) {
            if (!step.until)
                continue;
            const double late = since + secondsOf(step.until->lateAfter);
            for (const double after : looksWhenLate)
                look(late + after);
            for (const double after : looksWhenLost) {
                look(late + secondsOf(m_situation.load.pollWhenLate + m_situation.load.patience) + after);
                look(since + secondsOf(step.until->lostAfter) + after);
            }
        }
    }
    return next;
}

// Whether somebody waits from this moment on.
bool Course::beginWaiting(double moment)
{
    bool isAny = false;
    m_isUntimely.resize(m_situation.system.journeys.size());
    for (std::size_t i = 0; i < m_isUntimely.size(); ++i) {
        double untimely = 0;
        for (std::size_t phase = 0; phase < m_phases.size(); ++phase)
            untimely += m_phases[phase].share * m_journeys[phase][i].untimely;
        const bool begins = untimely > 0.5 && !m_isUntimely[i] && moment > m_strain.waitingSince[i];
        m_isUntimely[i] = untimely > 0.5;
        if (begins)
            m_strain.waitingSince[i] = moment;
        isAny = isAny || begins;
    }
    return isAny;
}

double Course::change(const Strain &before) const
{
    double most
        = std::max(std::abs(m_strain.begun - before.begun), std::abs(m_strain.newOrders - before.newOrders));
    const auto look = [&most](double a, double b) {
        if (a != b)
            most = std::max(most, std::abs(a - b));
    };
    for (std::size_t unit = 0; unit < m_strain.lots.size(); ++unit) {
        for (std::size_t lot = 0; lot < m_strain.lots[unit].size(); ++lot) {
            const auto &now = m_strain.lots[unit][lot];
            const auto &then = before.lots[unit][lot];
            look(now.fromOutside, then.fromOutside);
            look(now.served, then.served);
            look(now.heldSeconds, then.heldSeconds);
            look(now.outsidePerSecond / (1 + now.outsidePerSecond),
                 then.outsidePerSecond / (1 + then.outsidePerSecond));
        }
    }
    for (std::size_t unit = 0; unit < m_strain.clients.size(); ++unit)
        look(m_strain.clients[unit].letOut, before.clients[unit].letOut);
    for (std::size_t call = 0; call < m_strain.calls.size(); ++call) {
        look(m_strain.calls[call].stoppedByBreaker, before.calls[call].stoppedByBreaker);
        look(m_strain.calls[call].stoppedByBulkhead, before.calls[call].stoppedByBulkhead);
        for (std::size_t asker = 0; asker < before.calls[call].remembered.size(); ++asker)
            look(m_strain.calls[call].remembered[asker], before.calls[call].remembered[asker]);
    }
    return most;
}

} // namespace model::analysis
