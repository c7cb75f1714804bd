// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instancelifecycle.h"

#include <model/operation/faulttable.h>
#include <model/operation/faultwords.h>

#include <algorithm>

namespace services::runtime {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Ticket = waiting::Timers::Ticket;

namespace {

constexpr auto restartGrace = 200ms; // for what runs to answer what it has before it is restarted
constexpr auto predecessorPatience
    = 500ms; // with an earlier incarnation that hangs; then it is left to itself
constexpr auto quietAgainTick = 2ms;
constexpr auto lastCallGrace = 100ms; // beyond the limit, for who is just ending by itself

} // namespace

InstanceLifecycle::InstanceLifecycle(InstancePlan plan, std::chrono::nanoseconds bootTime, Means means)
    : m_plan(std::move(plan))
    , m_bootTime(bootTime)
    , m_means(means)
{
    --m_plan.incarnation; // the first start counts it up
    m_status.id = m_plan.id;
    m_status.unit = m_plan.unit.id;
    m_status.capabilities = m_plan.unit.capabilities;
    m_status.state = InstanceState::Stopped;
    m_status.since = m_means.timers.now();
    connect(&m_means.registry, &Registry::answered, this, &InstanceLifecycle::onAnswered);
    connect(&m_means.registry, &Registry::missed, this, &InstanceLifecycle::onMissed);
}

InstanceLifecycle::~InstanceLifecycle()
{
    forgetTimer(m_timer);
    forgetTimer(m_lastCall);
    m_means.registry.remove(m_status.id);
}

bool InstanceLifecycle::isAlive() const
{
    return m_status.state == InstanceState::Starting || m_running || !m_ending.empty();
}

void InstanceLifecycle::start(Boot boot)
{
    forgetTimer(m_timer);
    if (m_running)
        endWithin(restartGrace);
    ++m_plan.incarnation;
    m_status.incarnation = m_plan.incarnation;
    const auto now = m_means.timers.now();
    m_bootedAt = boot == Boot::Held ? now + m_bootTime : now;
    m_patientUntil = std::max(m_bootedAt, now + predecessorPatience);
    enter(InstanceState::Starting);
    launchWhenReady();
}

void InstanceLifecycle::launchWhenReady()
{
    if (m_status.state != InstanceState::Starting || m_running)
        return;
    const auto now = m_means.timers.now();
    if (now < m_bootedAt)
        callBackAt(m_bootedAt);
    else if (!m_ending.empty() && now < m_patientUntil) // it holds the port still
        callBackAt(m_patientUntil);
    else
        launch();
}

void InstanceLifecycle::callBackAt(waiting::Instant when)
{
    forgetTimer(m_timer);
    m_timer = m_means.timers.at(when, [this] {
        m_timer = Ticket::None;
        launchWhenReady();
    });
}

void InstanceLifecycle::launch()
{
    forgetTimer(m_timer);
    m_running = m_means.host.launch(m_plan);
    const auto hosted = m_running.get();
    connect(hosted, &HostedInstance::reported, this, &InstanceLifecycle::reported);
    connect(hosted, &HostedInstance::ended, this, [this, hosted] { onEnded(hosted); });
    connect(hosted, &HostedInstance::listening, this, [this, hosted](quint16 port) {
        if (hosted == m_running.get())
            onListening(port);
    });
    connect(hosted, &HostedInstance::failed, this, [this, hosted](const Error &error) {
        if (hosted == m_running.get())
            enter(InstanceState::Failed, error);
    });
    connect(hosted, &HostedInstance::perished, this, [this, hosted](const Error &why) {
        if (hosted == m_running.get())
            onPerished(why);
    });
}

void InstanceLifecycle::onListening(quint16 port)
{
    m_plan.port = port;
    m_status.port = port;
    auto target = std::make_shared<Target>();
    target->instance = m_status.id;
    target->address = transport::Address{port};
    m_means.registry.add(std::move(target), m_status.capabilities);
}

void InstanceLifecycle::onAnswered(const model::system::InstanceId &instance)
{
    if (instance == m_status.id)
        enter(InstanceState::Healthy);
}

void InstanceLifecycle::onMissed(const model::system::InstanceId &instance, const Error &why)
{
    if (instance == m_status.id)
        enter(InstanceState::Unresponsive, explained(why));
}

// A health check can only tell that nobody answers; who has injected a fault knows why.
Error InstanceLifecycle::explained(Error why) const
{
    const auto isOfProcess = [](const model::operation::Fault &fault) {
        return description(fault.kind).reach == model::operation::FaultReach::Process;
    };
    const auto cause = std::ranges::find_if(m_status.faults, isOfProcess);
    if (cause != m_status.faults.end())
        why.message = u"An injected fault: %1. %2"_s.arg(words(*cause), why.message);
    return why;
}

void InstanceLifecycle::setFaults(std::vector<model::operation::Fault> faults)
{
    m_status.faults = std::move(faults);
    if (m_running)
        m_running->lookAtFaults();
}

void InstanceLifecycle::onPerished(const Error &why)
{
    end([](HostedInstance &running) { running.crash(); }); // what it had in hand goes to others
    enter(InstanceState::Crashed, why);
    Q_EMIT perished();
}

void InstanceLifecycle::crash(std::optional<Error> reason)
{
    forgetTimer(m_timer);
    if (!isAlive())
        return;
    if (m_running)
        end([](HostedInstance &) {});
    for (const auto &hosted : m_ending)
        hosted->crash();
    enter(InstanceState::Crashed, std::move(reason));
}

void InstanceLifecycle::drain(std::chrono::milliseconds limit)
{
    const bool serves = m_running && m_status.state != InstanceState::Starting;
    if (!serves)
        return stop(limit);
    forgetTimer(m_timer);
    enter(InstanceState::Draining);
    const auto target = m_means.registry.remove(m_status.id);
    stopWhenQuiet(target, m_means.timers.now() + limit);
}

void InstanceLifecycle::stopWhenQuiet(std::shared_ptr<Target> target, waiting::Instant limit)
{
    const auto now = m_means.timers.now();
    if (!target || target->outstanding == 0 || now >= limit) {
        const auto rest = std::chrono::ceil<std::chrono::milliseconds>(
            std::max(limit - now, waiting::Instant::duration::zero()));
        return stop(std::max<std::chrono::milliseconds>(rest, restartGrace));
    }
    m_timer = m_means.timers.after(quietAgainTick, [this, target, limit] {
        m_timer = Ticket::None;
        stopWhenQuiet(target, limit);
    });
}

void InstanceLifecycle::stop(std::chrono::milliseconds limit)
{
    forgetTimer(m_timer);
    if (!isAlive())
        return enter(InstanceState::Stopped);
    if (m_running)
        endWithin(limit);
    enter(m_ending.empty() ? InstanceState::Stopped : InstanceState::Draining);
}

// An instance that hangs does not hear that it shall stop: after the limit it is crashed from outside.
void InstanceLifecycle::endWithin(std::chrono::milliseconds limit)
{
    end([limit](HostedInstance &running) { running.stop(limit); });
    forgetTimer(m_lastCall);
    m_lastCall = m_means.timers.after(limit + lastCallGrace, [this] {
        m_lastCall = Ticket::None;
        crashWhatStillEnds();
    });
}

void InstanceLifecycle::crashWhatStillEnds()
{
    for (const auto &hosted : m_ending)
        hosted->crash();
    if (m_status.state == InstanceState::Draining && !m_running)
        enter(InstanceState::Crashed,
              Error{Kind::TimedOut, u"%1 did not end in time"_s.arg(m_status.id.value), m_status.unit.value});
}

void InstanceLifecycle::requestReport()
{
    if (m_running)
        m_running->requestReport();
}

void InstanceLifecycle::end(const std::function<void(HostedInstance &)> &order)
{
    m_means.registry.remove(m_status.id);
    order(*m_running);
    m_ending.push_back(std::move(m_running));
}

void InstanceLifecycle::onEnded(HostedInstance *hosted)
{
    if (hosted == m_running.get()) { // without an order
        end([](HostedInstance &) {});
        if (m_status.state != InstanceState::Failed)
            enter(InstanceState::Crashed,
                  Error{Kind::Internal, u"%1 ended by itself"_s.arg(m_status.id.value), m_status.unit.value});
    }
    const auto found = std::ranges::find(m_ending, hosted, &std::unique_ptr<HostedInstance>::get);
    if (found == m_ending.end())
        return;
    m_ended.push_back(std::move(*found)); // it is just telling us: not to be destroyed in the middle of that
    m_ending.erase(found);
    QMetaObject::invokeMethod(
        this, [this] { m_ended.clear(); }, Qt::QueuedConnection);
    if (m_ending.empty())
        forgetTimer(m_lastCall);
    if (m_status.state == InstanceState::Draining && m_ending.empty() && !m_running)
        enter(InstanceState::Stopped);
    launchWhenReady();
    Q_EMIT ended();
}

void InstanceLifecycle::forgetTimer(Ticket &timer)
{
    m_means.timers.cancel(std::exchange(timer, Ticket::None));
}

void InstanceLifecycle::enter(InstanceState state, std::optional<Error> reason)
{
    if (m_status.state == state && state != InstanceState::Starting)
        return;
    m_status.state = state;
    m_status.since = m_means.timers.now();
    m_status.reason = std::move(reason);
    Q_EMIT changed(m_status);
}

} // namespace services::runtime
