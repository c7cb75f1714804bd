// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "instancelifecycle.h"

namespace services::runtime {

using Instances = std::vector<InstanceLifecycle *>;

// Crashed, failed or stopped.
bool isDown(const InstanceLifecycle *instance);
// Neither on its way up nor on its way down.
bool isSettled(const InstanceLifecycle *instance);
// The reason of the first that is not healthy.
Result<void> allHealthy(const Instances &instances);

} // namespace services::runtime
