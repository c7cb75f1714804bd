// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "brokerfaults.h"

#include "poison.h"

#include <algorithm>

namespace services::runtime {

using namespace std::chrono_literals;
using faults::FaultInForce;
using model::operation::Fault;
using model::operation::FaultKind;
using model::operation::FaultSetting;

namespace {

constexpr auto poisonInterval = 5s;

broker::BrokerCondition conditionOf(const std::vector<FaultInForce> &inForce)
{
    broker::BrokerCondition condition;
    for (const auto &[fault, instance] : inForce) {
        if (fault.kind == FaultKind::BrokerDown)
            condition.isDown = true;
        if (fault.kind == FaultKind::BrokerSlow)
            condition.delay += std::chrono::nanoseconds(
                static_cast<std::int64_t>(fault.setting(FaultSetting::DelayMs) * 1e6));
    }
    return condition;
}

} // namespace

BrokerFaults::BrokerFaults(waiting::Timers &timers)
    : m_timers(timers)
{
}

BrokerFaults::~BrokerFaults()
{
    stop();
}

void BrokerFaults::apply(const std::vector<FaultInForce> &inForce)
{
    if (!m_means)
        return;
    const auto condition = conditionOf(inForce);
    if (condition != m_condition)
        m_means->broker->make(condition);
    m_condition = condition;

    std::erase_if(m_poisonings, [&](const Poisoning &poisoning) {
        const bool isOver
            = std::ranges::find(inForce, poisoning.fault, &FaultInForce::fault) == inForce.end();
        if (isOver)
            m_timers.cancel(poisoning.next);
        return isOver;
    });
    for (const auto &[fault, instance] : inForce) {
        const bool isNew = std::ranges::find(m_poisonings, fault, &Poisoning::fault) == m_poisonings.end();
        if (fault.kind != FaultKind::PoisonMessage || !isNew)
            continue;
        m_poisonings.push_back({fault, waiting::Timers::Ticket::None});
        addPoison(fault);
    }
}

// When the broker does not take it, the next one comes soon enough.
void BrokerFaults::addPoison(const Fault &fault)
{
    const auto poisoning = std::ranges::find(m_poisonings, fault, &Poisoning::fault);
    if (poisoning == m_poisonings.end())
        return;
    m_means->broker->send(fault.target.capability, poison(fault.topic), this,
                          [](const model::result::Result<void> &) {});
    poisoning->next = m_timers.after(poisonInterval, [this, fault] { addPoison(fault); });
}

void BrokerFaults::stop()
{
    for (const auto &poisoning : m_poisonings)
        m_timers.cancel(poisoning.next);
    m_poisonings.clear();
}

} // namespace services::runtime
