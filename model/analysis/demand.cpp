// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demand.h"

#include "post.h"

#include <algorithm>

namespace model::analysis {

using system::Capability;
using system::Endpoint;
using system::TopicId;

namespace {

constexpr std::size_t deepest = 64; // optional calls and topics may lead back to where they began

class Demand
{
public:
    Demand(const system::System &system, const packaging::Packaging &packaging)
        : m_system(system)
        , m_packaging(packaging)
    {
    }

    void request(const system::EndpointId &id, double count, double groupSize)
    {
        const auto *endpoint = m_system.endpoint(id);
        if (endpoint == nullptr || count <= 0 || m_depth == deepest)
            return;
        ++m_depth;
        add(id.capability, count, groupSize, endpoint->serviceTime);
        if (endpoint->changesData)
            publish(*m_system.capability(id.capability), count);
        for (const auto &call : endpoint->calls)
            request(call.to, call.undoes ? 0 : count * call.count, call.count);
        --m_depth;
    }

    std::vector<Workload> visits;

private:
    void add(const system::CapabilityId &capability,
             double count,
             double groupSize,
             std::chrono::microseconds serviceTime)
    {
        visits.push_back({m_packaging.unitOf(capability)->id, count, groupSize, serviceTime});
    }

    void publish(const Capability &capability, double count)
    {
        for (const auto &topic : capability.publishes)
            consume(topic, count);
    }

    // All consumers in one unit get the message at the same moment.
    void consume(const TopicId &topic, double count)
    {
        if (m_depth == deepest)
            return;
        ++m_depth;
        const auto consumers = m_system.consumersOf(topic);
        for (const auto &id : consumers) {
            const auto group = std::ranges::count_if(
                consumers, [&](const auto &other) { return !m_packaging.crosses(id, other); });
            const auto *consumer = m_system.capability(id);
            const auto listens = std::ranges::find(consumer->consumes, topic, &system::Consumption::topic);
            add(id, count, static_cast<double>(group), listens->serviceTime);
            if (handsOn(m_system, *consumer))
                publish(*consumer, count);
        }
        --m_depth;
    }

    const system::System &m_system;
    const packaging::Packaging &m_packaging;
    std::size_t m_depth = 0;
};

} // namespace

std::vector<Workload> demandOf(const system::System &system, const packaging::Packaging &packaging)
{
    double weights = 0;
    for (const auto &journey : system.journeys)
        weights += std::max(0.0, journey.weight);
    Demand demand(system, packaging);
    for (const auto &journey : system.journeys) {
        for (const auto &step : journey.steps)
            demand.request(step.endpoint, weights > 0 ? journey.weight / weights : 0, 1);
    }
    return std::move(demand.visits);
}

} // namespace model::analysis
