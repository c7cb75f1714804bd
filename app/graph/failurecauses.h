// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vitality.h"

#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/platform/snapshot.h>

#include <deque>

namespace app::graph {

// Why units fail which are up: keeps what failed in them within the last seconds, and says on each unit that
// fails the commonest cause, which is where its failures began: a call, or its own work. A value.
class FailureCauses
{
public:
    void take(const services::platform::FleetSnapshot &fleet,
              const model::packaging::Packaging &packaging,
              model::telemetry::Instant now);
    void add(const model::system::System &system,
             const model::packaging::Packaging &packaging,
             model::telemetry::Instant now,
             Vitality &vitality) const;

private:
    struct Failure
    {
        model::telemetry::Instant at; // which it was heard of
        model::system::UnitId unit; // in which
        model::telemetry::SpanId id;
        model::telemetry::SpanId parent;
        model::system::CapabilityId whose; // which was asked, or could not do it
        bool isCall = false;
        model::result::Kind kind{};
        QString message;
    };
    std::optional<Failure> commonest(const model::system::UnitId &unit, model::telemetry::Instant now) const;

    std::deque<Failure> m_failures; // the oldest first
};

} // namespace app::graph
