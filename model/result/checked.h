// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "error.h"

#include <tl/expected.hpp>

#include <vector>

namespace model::result {

using Errors = std::vector<Error>;

// A value, or everything that is wrong with its description: validation never stops at the first error.
template<typename T>
using Checked = tl::expected<T, Errors>;

} // namespace model::result
