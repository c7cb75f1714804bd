// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultdriver.h"

#include "instanceconditions.h"

#include <model/operation/faultcheck.h>
#include <model/operation/faulttable.h>
#include <model/operation/faulttext.h>
#include <model/operation/faultwords.h>

#include <algorithm>

namespace services::runtime {

using namespace Qt::StringLiterals;
using faults::FaultInForce;
using model::operation::FaultKind;
using model::operation::FaultSetting;
using model::system::InstanceId;

namespace {

Error reasonOf(const Fault &fault)
{
    return {Kind::Unavailable, u"An injected fault: %1"_s.arg(words(fault)), fault.target.capability.value};
}

QString textsOf(const std::vector<FaultInForce> &all)
{
    QStringList texts;
    for (const auto &each : all)
        texts.append(textOf(each.fault));
    return texts.isEmpty() ? u"Nothing is in force"_s : u"In force are: %1"_s.arg(texts.join(u' '));
}

} // namespace

FaultDriver::FaultDriver(const FleetPlan &plan, Roster &roster, waiting::Timers &timers)
    : m_plan(plan)
    , m_roster(roster)
    , m_timers(timers)
    , m_stores(roster)
    , m_broker(timers)
{
    connect(&m_roster, &Roster::changed, this, &FaultDriver::onChanged);
    connect(&m_roster, &Roster::perished, this, &FaultDriver::onPerished);
}

FaultDriver::~FaultDriver() = default;

Result<void> FaultDriver::inject(const Fault &fault)
{
    if (std::ranges::find(m_inForce, fault, &FaultInForce::fault) != m_inForce.end())
        return {};
    const auto target = aimed(fault);
    if (!target)
        return failure(target.error());
    m_inForce.push_back(*target);
    publish();
    begin(*target);
    return {};
}

Result<void> FaultDriver::lift(const Fault &fault)
{
    const auto found = std::ranges::find(m_inForce, fault, &FaultInForce::fault);
    if (found == m_inForce.end())
        return failure(Kind::NotFound, u"%1 is not in force. %2"_s.arg(textOf(fault), textsOf(m_inForce)),
                       textOf(fault));
    const auto lifted = *found;
    m_inForce.erase(found);
    publish();
    end(lifted);
    return {};
}

std::vector<Fault> FaultDriver::inForce() const
{
    std::vector<Fault> all;
    for (const auto &each : m_inForce)
        all.push_back(each.fault);
    return all;
}

void FaultDriver::setMeans(const std::shared_ptr<const FleetMeans> &means)
{
    m_stores.setMeans(means);
    m_broker.setMeans(means);
}

void FaultDriver::stop()
{
    m_isStopped = true;
    m_broker.stop();
}

void FaultDriver::heal()
{
    m_stores.heal();
}

Result<FaultInForce> FaultDriver::aimed(const Fault &fault) const
{
    const auto errors = errorsOf(fault, m_plan.system);
    if (!errors.empty())
        return failure(errors.front());
    FaultInForce target{fault, {}};
    if (fault.target.instance == 0)
        return target;
    const auto *unit = m_plan.packaging.unitOf(fault.target.capability);
    const auto instances = unit != nullptr ? m_roster.of(unit->id) : Lifecycles();
    const auto index = static_cast<std::size_t>(fault.target.instance - 1);
    if (index >= instances.size())
        return failure(Kind::NotFound,
                       u"%1 has no instance %2 of %3"_s.arg(m_plan.packaging.title)
                           .arg(fault.target.instance)
                           .arg(fault.target.capability.value),
                       fault.target.capability.value);
    target.instance = instances[index]->status().id;
    return target;
}

FaultDriver::Lifecycles FaultDriver::takenBy(const FaultInForce &inForce) const
{
    auto instances = m_roster.all();
    std::erase_if(instances, [&](const auto *instance) {
        return !takes(inForce, {instance->plan().unit, instance->status().id});
    });
    return instances;
}

std::vector<Fault> FaultDriver::taking(const InstanceLifecycle &instance) const
{
    std::vector<Fault> found;
    for (const auto &each : m_inForce) {
        if (takes(each, {instance.plan().unit, instance.status().id}))
            found.push_back(each.fault);
    }
    return found;
}

bool FaultDriver::takesAny(FaultKind kind, const InstanceLifecycle &instance) const
{
    const auto faults = taking(instance);
    return std::ranges::find(faults, kind, &Fault::kind) != faults.end();
}

void FaultDriver::publish()
{
    m_board->publish(m_inForce);
    for (auto *const instance : m_roster.all())
        instance->setFaults(taking(*instance));
    m_stores.apply(m_inForce);
    m_broker.apply(m_inForce);
}

void FaultDriver::begin(const FaultInForce &inForce)
{
    const auto kind = inForce.fault.kind;
    for (auto *const instance : takenBy(inForce)) {
        if (kind == FaultKind::Crash)
            instance->crash(reasonOf(inForce.fault));
        else if (kind == FaultKind::BadConfiguration)
            instance->start(InstanceLifecycle::Boot::Held);
        else if (kind == FaultKind::CrashLoop)
            crashLater(instance->status());
    }
}

void FaultDriver::end(const FaultInForce &inForce)
{
    const auto kind = inForce.fault.kind;
    if (kind != FaultKind::Crash && kind != FaultKind::BadConfiguration)
        return;
    for (auto *const instance : takenBy(inForce)) {
        if (!takesAny(FaultKind::Crash, *instance)
            && (isDown(instance) || kind == FaultKind::BadConfiguration))
            instance->start(InstanceLifecycle::Boot::Held);
    }
}

void FaultDriver::forgetCrashes()
{
    const auto isOver = [this](const FaultInForce &each) {
        return each.fault.kind == FaultKind::Crash && std::ranges::none_of(takenBy(each), isDown);
    };
    if (std::erase_if(m_inForce, isOver) > 0)
        publish();
}

void FaultDriver::onChanged(const InstanceStatus &status)
{
    auto *const instance = m_roster.find(status.id);
    if (instance == nullptr || m_isStopped)
        return;
    if (status.state == InstanceState::Starting)
        instance->setFaults(taking(*instance));
    if (status.state == InstanceState::Healthy && takesAny(FaultKind::CrashLoop, *instance))
        crashLater(status);
}

void FaultDriver::onPerished(const InstanceId &id)
{
    auto *const instance = m_roster.find(id);
    if (instance != nullptr && !m_isStopped)
        instance->start(InstanceLifecycle::Boot::Held);
}

void FaultDriver::crashLater(const InstanceStatus &status)
{
    auto *const instance = m_roster.find(status.id);
    const auto faults = taking(*instance);
    const auto loop = std::ranges::find(faults, FaultKind::CrashLoop, &Fault::kind);
    const std::chrono::duration<double, std::milli> after(loop->setting(FaultSetting::AfterMs));
    m_timers.after(std::chrono::ceil<std::chrono::nanoseconds>(after),
                   [this, id = status.id, incarnation = status.incarnation] { crashAgain(id, incarnation); });
}

void FaultDriver::crashAgain(const InstanceId &id, int incarnation)
{
    auto *const instance = m_roster.find(id);
    if (instance == nullptr || m_isStopped || instance->status().incarnation != incarnation
        || !instance->isAlive() || instance->status().state == InstanceState::Draining)
        return;
    const auto faults = taking(*instance);
    const auto loop = std::ranges::find(faults, FaultKind::CrashLoop, &Fault::kind);
    if (loop == faults.end())
        return;
    instance->crash(reasonOf(*loop));
    instance->start(InstanceLifecycle::Boot::Held);
}

} // namespace services::runtime
