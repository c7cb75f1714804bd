// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "threadhost.h"

#include "threadinstance.h"

namespace services::runtime {

std::unique_ptr<HostedInstance> ThreadHost::launch(InstancePlan plan)
{
    return std::make_unique<ThreadInstance>(std::move(plan));
}

} // namespace services::runtime
