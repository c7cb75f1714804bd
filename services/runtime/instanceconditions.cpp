// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instanceconditions.h"

namespace services::runtime {

using namespace Qt::StringLiterals;

namespace {

InstanceState stateOf(const InstanceLifecycle *instance)
{
    return instance->status().state;
}

} // namespace

bool isDown(const InstanceLifecycle *instance)
{
    const auto state = stateOf(instance);
    return state == InstanceState::Crashed || state == InstanceState::Failed
        || state == InstanceState::Stopped;
}

bool isSettled(const InstanceLifecycle *instance)
{
    return stateOf(instance) != InstanceState::Starting && stateOf(instance) != InstanceState::Draining;
}

Result<void> allHealthy(const Instances &instances)
{
    for (const auto *instance : instances) {
        const auto &status = instance->status();
        if (status.state == InstanceState::Healthy)
            continue;
        const auto unknown = Error{Kind::Unavailable, u"%1 is %2"_s.arg(status.id.value, word(status.state)),
                                   status.unit.value};
        return failure(status.reason.value_or(unknown));
    }
    return {};
}

} // namespace services::runtime
