// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "instancelifecycle.h"

#include <services/waiting/pending.h>

namespace services::runtime {

// All instances of a fleet, whatever their state. Owned by the fleet, in the control thread.
class Roster : public QObject
{
    Q_OBJECT
public:
    Roster(InstanceLifecycle::Means means, waiting::WaitScope &scope);
    ~Roster() override;

    InstanceLifecycle &add(InstancePlan plan, std::chrono::nanoseconds bootTime);
    // It was ordered to end: takes it off the list once nothing is left of it.
    void retire(const InstanceLifecycle &instance);

    std::vector<InstanceLifecycle *> all() const; // in the order in which they were added
    std::vector<InstanceLifecycle *> of(const model::system::UnitId &unit) const; // without the retired
    InstanceLifecycle *find(const model::system::InstanceId &id) const;
    bool isAlive() const; // something is left of some instance

    // Waits until the condition, which is looked at after each change, holds. Cancelled with the scope.
    QCoro::Task<Result<void>> until(std::function<bool()> condition);

Q_SIGNALS:
    void changed(const services::runtime::InstanceStatus &status);
    void reported(const services::runtime::InstanceReport &report);
    void perished(const model::system::InstanceId &instance);
    void ended();

private:
    struct Place
    {
        std::unique_ptr<InstanceLifecycle> instance;
        bool retired = false;
    };
    struct Waiter
    {
        std::function<bool()> condition;
        waiting::Completer<void> completer;
    };
    void lookAgain();
    void sweep();

    InstanceLifecycle::Means m_means;
    waiting::WaitScope &m_scope;
    std::vector<Place> m_places;
    std::vector<Waiter> m_waiters;
};

} // namespace services::runtime
