// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/error.h>
#include <model/telemetry/span.h>
#include <services/contract/request.h>

#include <QCoroTask>

#include <optional>

namespace services::load {

// What a customer gets to see of one request.
struct Answer
{
    bool reached
        = false; // the shop answered, if only with a problem; false: nobody there, or gone in between
    int status = 0; // HTTP; 0 when not reached
    QByteArray mediaType;
    QByteArray body;
    QString degraded; // which fallback stood in, in words; empty: none
    std::optional<model::result::Error> problem;
    std::vector<model::telemetry::Annotation> remarks{}; // of injected faults that silenced whoever was asked
};

// The customers' one door into a system: its entry capability, wherever that runs. An interface, so that
// journeys can be tested without a shop. Lives in the thread of who asks.
class Door
{
public:
    virtual ~Door() = default;
    // Never fails otherwise than by the answer; Cancelled when the asking side stops.
    // `causes`: the words of the injected faults, with commas, without which nobody would ask.
    virtual QCoro::Task<Answer> ask(contract::Request request, QByteArray causes) = 0;
};

} // namespace services::load
