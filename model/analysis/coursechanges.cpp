// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "course.h"
#include "protection.h"
#include "seconds.h"

#include <algorithm>

// What builds up between two moments, but for lost places: breakers that will open, and queues in front of
// narrow lines and of consumers.
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

} // namespace model::analysis
