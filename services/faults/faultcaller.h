// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "line.h"

#include <services/contract/caller.h>
#include <services/telemetry/recorder.h>

namespace services::faults {

using contract::Reply;
using contract::Request;

// Where calls that cross units meet the faults of their line, between the policies and the transport. Calls
// within the unit pass untouched: there is no line. Also says on the caller's span which fault of the other
// side's process is why nobody answered. Costs two atomic loads while no fault is in force. Belongs to its
// instance and thread.
class FaultCaller final : public contract::Caller
{
public:
    struct Surroundings
    {
        const model::packaging::Packaging &packaging;
        Exposure &exposure; // of the instance
        telemetry::Recorder &recorder;
        std::uint64_t seed = 0;
    };
    FaultCaller(std::unique_ptr<contract::Caller> inner, CapabilityId self, Surroundings around);

    QCoro::Task<Result<Reply>> call(Request request) override;

private:
    QCoro::Task<Result<Reply>> callAcross(Request request);
    QCoro::Task<Result<void>>
    travel(Line::Passage passage, Line::Way way, model::telemetry::TraceContext span);
    void blame(const model::result::Error &error,
               const CapabilityId &callee,
               const model::telemetry::TraceContext &span);

    std::unique_ptr<contract::Caller> m_inner;
    CapabilityId m_self;
    Surroundings m_around;
    Line m_line;
};

} // namespace services::faults
