// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reply.h"
#include "request.h"

#include <model/result/result.h>

#include <QCoroTask>

namespace services::contract {

using model::result::Error;
using model::result::failure;
using model::result::Kind;
using model::result::Result;

// Asks an endpoint for something. Business code holds one and cannot tell whether the other side is a module
// in the same unit or a service across the network. Also the shape of each decorator (tracing, policies,
// faults). Lives in the thread of its instance.
class Caller
{
public:
    virtual ~Caller() = default;
    // An answer outside 200-299 comes back as its Error, the same for local and remote calls.
    virtual QCoro::Task<Result<Reply>> call(Request request) = 0;
};

} // namespace services::contract
