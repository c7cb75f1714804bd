// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/caller.h>

namespace services::shop::input {

// The request's idempotency key: 1 to 100 letters, digits and "._:-", so that it can stand in a path.
// InvalidInput when it is missing or something else.
contract::Result<QString> idempotencyKey(const contract::Request &request);

} // namespace services::shop::input
