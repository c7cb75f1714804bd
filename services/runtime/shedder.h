// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/resilience/loadshedding.h>
#include <services/resilience/policyboard.h>
#include <services/telemetry/recorder.h>

namespace services::runtime {

// Whether an instance admits one more request from outside its unit, by the policies in force for the unit.
// Its decisions go to the recorder. Owned by the instance, in its thread.
class Shedder
{
public:
    Shedder(std::vector<model::system::CapabilityId> unit,
            std::shared_ptr<const resilience::PolicyBoard> board,
            telemetry::Recorder &recorder);

    bool admits(int inFlight, int limit);
    // Now and then: the end of shedding is noted even when nobody comes any more.
    void look() { m_shedding.look(m_recorder.now()); }

private:
    void tell(bool began, int refused);

    const std::vector<model::system::CapabilityId> m_unit;
    std::shared_ptr<const resilience::PolicyBoard> m_board;
    telemetry::Recorder &m_recorder; // also tells the time
    std::uint64_t m_version = 0; // of the policies which it has applied
    resilience::LoadShedding m_shedding;
};

} // namespace services::runtime
