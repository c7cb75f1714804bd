// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "snapshot.h"

#include <model/packaging/packaging.h>

#include <QHash>

namespace services::platform {

// Adds up what the instances of one fleet report of their calls and of the policies which protect them.
// Control thread.
class CallWatch
{
public:
    void add(const runtime::InstanceReport &report);
    // Of the breakers only those of instances that run: others have lost their memory. In a fixed order.
    std::vector<CallSnapshot> calls(const std::vector<InstanceSnapshot> &instances,
                                    const model::packaging::Packaging &packaging) const;

private:
    using Breakers = QHash<model::telemetry::LinkId, model::telemetry::BreakerState>;

    QHash<model::telemetry::LinkId, CallSnapshot> m_calls;
    QHash<model::system::InstanceId, Breakers> m_breakers;
};

} // namespace services::platform
