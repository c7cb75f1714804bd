// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ids.h"

#include <chrono>
#include <vector>

namespace model::system {

enum class Necessity
{
    Required, // without an answer the caller fails
    Optional, // without an answer the caller uses its declared fallback and says that it is degraded
};

// A declared call: endpoint -> endpoint. Events are declared by topics, not here.
struct Call
{
    EndpointId to;
    Necessity necessity = Necessity::Required;
    QString fallback; // what an optional call falls back on, in words ("best sellers")
};

// An operation which a capability offers. The service time is declared: the mean time of simulated work.
struct Endpoint
{
    EndpointId id;
    QString summary;
    std::chrono::microseconds serviceTime{0};
    bool idempotent
        = false; // GET, PUT and DELETE by method; a POST that takes an Idempotency-Key declares it
    std::vector<Call> calls;
};

} // namespace model::system
