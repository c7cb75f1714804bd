// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultboard.h"

#include <model/packaging/packaging.h>
#include <model/result/error.h>
#include <model/telemetry/span.h>

namespace services::faults {

// Those of the faults in force which are why nobody has answered: what befell the process that was asked, the
// error's subject. The callee as the subject of Unavailable: no instance could be asked. None when the error
// is no silence.
std::vector<model::operation::Fault> silencing(const FaultsInForce &inForce,
                                               const model::packaging::Packaging &packaging,
                                               const model::system::CapabilityId &callee,
                                               const model::result::Error &error);

// The same for those who ask from outside the fleet, where no recorder is. A value; any thread; may outlive
// the fleet.
class Blame
{
public:
    Blame(std::shared_ptr<const FaultBoard> board, model::packaging::Packaging packaging);

    // For the asker's span of a request to the callee that ended so.
    std::vector<model::telemetry::Annotation> remarksOn(const model::system::CapabilityId &callee,
                                                        const model::result::Error &error,
                                                        model::telemetry::Instant at) const;

private:
    std::shared_ptr<const FaultBoard> m_board;
    model::packaging::Packaging m_packaging;
};

} // namespace services::faults
