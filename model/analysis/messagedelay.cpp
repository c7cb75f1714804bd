// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeyplay.h"
#include "post.h"
#include "wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace model::analysis {

using namespace Qt::StringLiterals;
using operation::FaultSetting;
using system::Journey;
using system::Step;
using system::TopicId;

namespace {

constexpr std::size_t longestWay = 6; // topics

bool preventsChanges(FaultKind kind)
{
    return kind == FaultKind::StoreLocked || kind == FaultKind::StoreFull || kind == FaultKind::StoreLost
        || kind == FaultKind::StoreCorrupt;
}

// The ways of a message from those who may have caused it.
class Ways
{
public:
    Ways(const Stage::Setting &setting, const Phase &phase)
        : m_setting(setting)
        , m_phase(phase)
        , m_system(setting.ground.situation().system)
    {
    }

    // The quickest way from a change at one capability until another has handled what it was told of it.
    MessageDelay between(int from, int to)
    {
        MessageDelay quickest{never, 0};
        m_isAny = false;
        follow(from, to, {}, quickest);
        return quickest;
    }
    bool isAny() const { return m_isAny; } // of the last two
    MessageDelay handled(int capability) const;

private:
    // Takes as long, mostly because of the longer one.
    struct Sum
    {
        MessageDelay delay;
        double longest = 0;
        void add(double seconds, int reason)
        {
            delay.seconds += seconds;
            if (reason != 0 && seconds >= longest) {
                longest = seconds;
                delay.reason = reason;
            }
        }
        void add(const MessageDelay &more) { add(more.seconds, more.reason); }
    };
    void follow(int from, int to, Sum so, MessageDelay &quickest);
    void carry(int from, Sum &sum) const;
    double publishedPerSecond(int capability) const;

    const Stage::Setting &m_setting;
    const Phase &m_phase;
    const system::System &m_system;
    std::vector<TopicId> m_way;
    bool m_isAny = false;
};

void Ways::follow(int from, int to, Sum so, MessageDelay &quickest)
{
    const auto &publisher = m_system.capabilities[static_cast<std::size_t>(from)];
    if (m_way.size() == longestWay || publisher.publishes.empty())
        return;
    carry(from, so);
    for (const auto &topic : publisher.publishes) {
        if (std::ranges::find(m_way, topic) != m_way.end())
            continue;
        m_way.push_back(topic);
        for (int hearer = 0; hearer < static_cast<int>(m_system.capabilities.size()); ++hearer) {
            const auto &capability = m_setting.ground.capability(hearer);
            if (std::ranges::find(capability.consumes, topic, &system::Consumption::topic)
                == capability.consumes.end())
                continue;
            Sum told = so;
            told.add(handled(hearer));
            m_isAny = m_isAny || hearer == to;
            if (hearer == to && told.delay.seconds < quickest.seconds)
                quickest = told.delay;
            else if (hearer == to && quickest.seconds == never)
                quickest.reason = told.delay.reason;
            else if (hearer != to && handsOn(m_system, capability))
                follow(hearer, to, told, quickest);
        }
        m_way.pop_back();
    }
}

// Out of the publisher's store and through the broker. The relay reads what there is and removes what the
// broker has taken, one after the other (services/broker, OutboxRelay), so that whatever comes meanwhile
// waits for both, half of that time in the mean.
void Ways::carry(int from, Sum &sum) const
{
    const int unit = m_setting.ground.unitOf(m_setting.ground.capability(from).id);
    if (const auto slow = storeDelay(m_setting.troubles, unit); slow.fault != nullptr)
        sum.add(slow.seconds * (1 + std::min(1.0, 2 * slow.seconds * publishedPerSecond(from))),
                m_setting.reasons.add(wordsOn(*slow.fault, m_setting.ground)));
    for (const Fault *fault : m_setting.troubles.brokers()) {
        const double seconds
            = fault->kind == FaultKind::BrokerDown ? never : fault->setting(FaultSetting::DelayMs) / 1000;
        sum.add(seconds, m_setting.reasons.add(wordsOn(*fault, m_setting.ground)));
    }
}

// As far as somebody hears of it.
double Ways::publishedPerSecond(int from) const
{
    double most = 0;
    for (const auto &topic : m_setting.ground.capability(from).publishes) {
        for (const auto &hearer : m_system.consumersOf(topic))
            most = std::max(most, m_setting.strain.queues[m_setting.ground.capabilityOf(hearer)].perSecond);
    }
    return most;
}

// First what waits already, then the message itself.
MessageDelay Ways::handled(int number) const
{
    const auto &capability = m_setting.ground.capability(number);
    const int unit = m_setting.ground.unitOf(capability.id);
    auto &reasons = m_setting.reasons;
    if (const auto *fault = whyNobodyConsumes(m_setting.troubles, unit))
        return {never, reasons.add(wordsOn(*fault, m_setting.ground))};
    for (const Fault *fault : m_setting.troubles.stores(unit)) {
        if (preventsChanges(fault->kind))
            return {never, reasons.add(wordsOn(*fault, m_setting.ground))};
    }
    Sum sum;
    const auto slow = storeDelay(m_setting.troubles, unit);
    const int cause = slow.fault != nullptr ? reasons.add(wordsOn(*slow.fault, m_setting.ground)) : 0;
    const auto pace = paceOf(m_setting.ground, m_setting.troubles, m_setting.strain, number);
    sum.add(pace.seconds, cause);
    const auto &queue = m_setting.strain.queues[static_cast<std::size_t>(number)];
    if (queue.backlog > 0 && queue.perSecond > 0) {
        const auto words = QCoreApplication::translate(
                               "model::analysis",
                               "%1 handles %2 of the %3 messages which come in a second, and the others wait")
                               .arg(capability.title, QString::number(pace.mostPerSecond, 'g', 2),
                                    QString::number(queue.perSecond, 'g', 2));
        sum.add(std::min(queue.backlog / queue.perSecond, m_setting.moment), reasons.add(words, cause));
    }
    const auto &flapping = m_setting.troubles.flapping();
    for (std::size_t i = 0; i < flapping.size(); ++i) {
        if (flapping[i].unit == unit && m_phase.isDown[i])
            sum.add(flapping[i].downSeconds, reasons.add(wordsOn(*flapping[i].fault, m_setting.ground)));
    }
    return sum.delay;
}

// The capabilities in which a journey changes something that others are told of, by its steps before that
// one.
void addWriters(std::vector<int> &writers, const Ground &ground, const Journey &journey, const Step *until)
{
    for (const auto &step : journey.steps) {
        if (&step == until)
            return;
        const int entry = ground.endpointOf(step.endpoint);
        for (const int each : entry < 0 ? std::vector<int>() : ground.reachedFrom(entry)) {
            const auto &endpoint = ground.endpoint(each);
            if (endpoint.declared->changesData && !ground.capability(endpoint.capability).publishes.empty())
                writers.push_back(endpoint.capability);
        }
    }
}

// Those who may have caused what somebody waits for: his own steps before, or those of whoever has ordered,
// or else anybody's.
std::vector<int> writersFor(const Ground &ground, const Awaited &awaited)
{
    const auto &journeys = ground.situation().system.journeys;
    std::vector<int> writers;
    addWriters(writers, ground, *awaited.journey, awaited.step);
    for (std::size_t i = 0; i < journeys.size() && asksAboutOrders(*awaited.journey); ++i) {
        if (placesOrders(journeys[i]))
            addWriters(writers, ground, journeys[i], nullptr);
    }
    for (std::size_t i = 0; i < journeys.size() && writers.empty(); ++i)
        addWriters(writers, ground, journeys[i], nullptr);
    return writers;
}

} // namespace

// By the quickest way of all, to any consumer which is asked; who is asked and told by nobody has it.
MessageDelay messageDelay(const Stage::Setting &setting, const Phase &phase, const Awaited &awaited)
{
    const auto writers = writersFor(setting.ground, awaited);
    Ways ways(setting, phase);
    MessageDelay quickest{never, 0};
    bool isAny = false;
    for (const int each : setting.ground.reachedFrom(awaited.endpoint)) {
        const int asked = setting.ground.endpoint(each).capability;
        if (setting.ground.capability(asked).consumes.empty())
            continue;
        for (const int writer : writers) {
            const auto delay = ways.between(writer, asked);
            if (!ways.isAny())
                continue;
            if (!isAny || delay.seconds < quickest.seconds)
                quickest = delay;
            isAny = true;
        }
    }
    return isAny ? quickest : MessageDelay{};
}

} // namespace model::analysis
