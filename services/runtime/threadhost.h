// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "host.h"

namespace services::runtime {

// Runs each instance in a thread of its own.
class ThreadHost final : public Host
{
public:
    std::unique_ptr<HostedInstance> launch(InstancePlan plan) override;
};

} // namespace services::runtime
