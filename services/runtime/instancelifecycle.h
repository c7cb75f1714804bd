// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "host.h"
#include "instancestatus.h"
#include "registry.h"

namespace services::runtime {

// One place in a unit for an instance, through all its incarnations: boots it, ends it, and knows how it is.
// Owned by the fleet, in the control thread. Every order is obeyed in every state; none blocks.
class InstanceLifecycle : public QObject
{
    Q_OBJECT
public:
    struct Means
    {
        Host &host;
        Registry &registry;
        waiting::Timers &timers;
    };
    // The plan is that of its first incarnation; `bootTime` that of its unit.
    InstanceLifecycle(InstancePlan plan, std::chrono::nanoseconds bootTime, Means means);
    ~InstanceLifecycle() override;

    const InstanceStatus &status() const { return m_status; }
    const InstancePlan &plan() const { return m_plan; }
    bool isAlive() const; // starting, running or ending: there may be a thread

    enum class Boot
    {
        AtOnce,
        Held, // the boot time passes first, in state Starting
    };
    // What runs is ended first.
    void start(Boot boot);
    void crash(std::optional<Error> reason = {});
    // Gets nothing new; ends once nothing is outstanding, at the latest when the time is over.
    void drain(std::chrono::milliseconds limit);
    void stop(std::chrono::milliseconds limit);
    void requestReport();
    // Of the faults in force, those which take it have changed, or not; the board tells the same.
    void setFaults(std::vector<model::operation::Fault> faults);
    void addCpu(std::chrono::nanoseconds spent) { m_status.cpu += spent; }

Q_SIGNALS:
    void changed(const services::runtime::InstanceStatus &status);
    void reported(const services::runtime::InstanceReport &report);
    void perished(); // a fault has killed it from inside: it has crashed
    void ended(); // nothing is left of one incarnation

private:
    void launchWhenReady();
    void callBackAt(waiting::Instant when);
    void launch();
    void onListening(quint16 port);
    void onAnswered(const model::system::InstanceId &instance);
    void onMissed(const model::system::InstanceId &instance, const Error &why);
    void onPerished(const Error &why);
    void onEnded(HostedInstance *hosted);
    void stopWhenQuiet(std::shared_ptr<Target> target, waiting::Instant limit);
    void end(const std::function<void(HostedInstance &)> &order);
    void endWithin(std::chrono::milliseconds limit);
    void crashWhatStillEnds();
    void forgetTimer(waiting::Timers::Ticket &timer);
    Error explained(Error why) const;
    void enter(InstanceState state, std::optional<Error> reason = {});

    InstancePlan m_plan;
    std::chrono::nanoseconds m_bootTime;
    Means m_means;
    InstanceStatus m_status;
    std::unique_ptr<HostedInstance> m_running; // serves, or is about to
    std::vector<std::unique_ptr<HostedInstance>> m_ending; // ordered to end
    std::vector<std::unique_ptr<HostedInstance>> m_ended; // to be destroyed from the event loop
    waiting::Timers::Ticket m_timer = waiting::Timers::Ticket::None; // until booted, or until quiet
    waiting::Timers::Ticket m_lastCall = waiting::Timers::Ticket::None; // for what ends
    waiting::Instant m_bootedAt;
    waiting::Instant m_patientUntil;
};

} // namespace services::runtime
