// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/caller.h>

#include <functional>

namespace tests::localshop {

enum class Moment
{
    Before, // the request has not arrived yet
    After // it was handled; the answer is on its way
};

// What a test does to the calls between capabilities. An error is what the caller gets instead; nothing: the
// call goes on. It may crash a capability.
using Interference
    = std::function<std::optional<services::contract::Error>(const services::contract::Request &, Moment)>;

} // namespace tests::localshop
