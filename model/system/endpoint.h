// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract.h"
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
    int count = 1; // how many are made for one request, all at once
    bool undoes = false; // made only to undo what earlier calls did when something has failed
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
    bool changesData = false; // in its capability's database; by method unless declared: all but GET
    int storeAccesses = 0; // to that database, one after another; a transaction is one
    bool checksSession = false; // that the customer's session has not expired, by its own clock
    int answerBytes = 300; // about
    std::optional<Contract> contract{}; // nothing: its system does not say
};

} // namespace model::system
