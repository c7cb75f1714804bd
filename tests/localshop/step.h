// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "interference.h"

namespace tests::localshop {

// One place in what a shop does, at which something may crash.
struct Step
{
    enum class Kind
    {
        Write, // a commit to a database
        Call, // a request from one capability to another
        Publish, // an event goes from an outbox into the queues
        Deliver, // an event goes from a queue to whoever listens
    };
    QString capability; // which may crash there
    Kind kind = Kind::Write;
    Moment moment = Moment::Before;
};

// Told of each step; true: the capability crashes there.
using StepWatch = std::function<bool(const Step &)>;

} // namespace tests::localshop
