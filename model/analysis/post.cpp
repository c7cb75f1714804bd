// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "post.h"

#include "seconds.h"

#include <algorithm>

namespace model::analysis {

using operation::FaultSetting;
using system::Capability;
using system::TopicId;

namespace {

constexpr int inHandPerWorker = 2; // messages

bool isAway(const Lot &lot)
{
    return lot.find(FaultKind::Crash) != nullptr || lot.find(FaultKind::BadConfiguration) != nullptr
        || lot.find(FaultKind::Freeze) != nullptr;
}

// Follows messages from who publishes to who hears, and on.
class Round
{
public:
    Round(const Ground &ground, const std::vector<Strain::OfQueue> &queues)
        : m_ground(ground)
        , m_queues(queues)
        , m_told(queues.size())
    {
    }

    void publish(const Capability &capability, double perSecond)
    {
        for (const auto &topic : capability.publishes) {
            if (std::ranges::find(m_way, topic) != m_way.end())
                continue; // nobody tells what he was told of by it (services/synthetic)
            m_way.push_back(topic);
            for (std::size_t i = 0; i < m_queues.size(); ++i)
                hear(i, topic, perSecond);
            m_way.pop_back();
        }
    }

    std::vector<Told> told() && { return std::move(m_told); }

private:
    void hear(std::size_t number, const TopicId &topic, double perSecond)
    {
        const auto &system = m_ground.situation().system;
        const auto &capability = system.capabilities[number];
        const auto listens = std::ranges::find(capability.consumes, topic, &system::Consumption::topic);
        if (listens == capability.consumes.end())
            return;
        const auto &queue = m_queues[number];
        const double handled
            = queue.perSecond > queue.mostPerSecond ? queue.mostPerSecond / queue.perSecond : 1;
        m_told[number].perSecond += perSecond;
        m_told[number].workSeconds += perSecond * handled * secondsOf(listens->serviceTime);
        if (handsOn(system, capability))
            publish(capability, perSecond * handled);
    }

    const Ground &m_ground;
    const std::vector<Strain::OfQueue> &m_queues;
    std::vector<Told> m_told;
    std::vector<TopicId> m_way;
};

} // namespace

bool handsOn(const system::System &system, const Capability &capability)
{
    return system.components == QLatin1String("synthetic")
        || std::ranges::none_of(capability.endpoints, &system::Endpoint::changesData);
}

std::vector<Told> toldBy(const Ground &ground,
                         const std::vector<double> &publishing,
                         const std::vector<Strain::OfQueue> &queues)
{
    Round round(ground, queues);
    for (std::size_t i = 0; i < publishing.size(); ++i) {
        if (publishing[i] > 0)
            round.publish(ground.capability(static_cast<int>(i)), publishing[i]);
    }
    return std::move(round).told();
}

const Fault *whyNobodyConsumes(const Troubles &troubles, int unit)
{
    const Fault *why = nullptr;
    for (const auto &lot : troubles.lots(unit)) {
        if (!isAway(lot))
            return nullptr;
        why = *std::ranges::find_if(lot.process, [](const Fault *fault) {
            return fault->kind == FaultKind::Crash || fault->kind == FaultKind::BadConfiguration
                || fault->kind == FaultKind::Freeze;
        });
    }
    return why;
}

StoreDelay storeDelay(const Troubles &troubles, int unit)
{
    StoreDelay delay;
    for (const Fault *fault : troubles.stores(unit)) {
        if (fault->kind == FaultKind::StoreSlow)
            delay = {delay.seconds + fault->setting(FaultSetting::DelayMs) / 1000, fault};
    }
    return delay;
}

MessagePace paceOf(const Ground &ground, const Troubles &troubles, const Strain &strain, int number)
{
    const auto &capability = ground.capability(number);
    const int unit = ground.unitOf(capability.id);
    if (unit < 0 || capability.consumes.empty())
        return {};
    double work = 0;
    for (const auto &consumption : capability.consumes)
        work += secondsOf(consumption.serviceTime) / static_cast<double>(capability.consumes.size());
    const auto &lots = troubles.lots(unit);
    int instances = 0;
    double wait = 0;
    for (std::size_t lot = 0; lot < lots.size(); ++lot) {
        if (isAway(lots[lot]))
            continue;
        instances += lots[lot].instances;
        wait = strain.of(unit, lot).waitSeconds;
    }
    MessagePace pace;
    pace.seconds = wait + work + storeDelay(troubles, unit).seconds;
    const double inHand = pace.seconds > 0 ? capability.workers * inHandPerWorker / pace.seconds : never;
    const double worked = work > 0 ? ground.unit(unit).workers / work : never;
    pace.mostPerSecond = instances == 0 ? 0 : instances * std::min(inHand, worked);
    return pace;
}

} // namespace model::analysis
