// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>
#include <model/system/system.h>
#include <services/assembly/componentfactory.h>

#include <memory>

namespace services::platform {

// The code that plays a system's capabilities, as its file names it. InvalidInput when this program has none
// of that name.
model::result::Result<std::shared_ptr<const assembly::ComponentFactory>>
componentsOf(const model::system::System &system);

} // namespace services::platform
