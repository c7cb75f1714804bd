// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/result/result.h>
#include <model/system/system.h>
#include <services/experiment/audit.h>
#include <services/waiting/waitscope.h>

#include <QCoroTask>

#include <optional>

namespace services::platform {

// What fleets have left in a data folder and nobody runs any more.
struct DataAtRest
{
    model::system::System system;
    std::vector<model::packaging::Packaging> packagings;
    QString folder;
};

// Audits the books there, and what waits in the embedded broker's store beside them; without one, nobody can
// be asked what waits. An error when the broker's store cannot be opened: somebody may be running on the
// folder. Nothing when the system keeps no books that we can read. Thread of the scope.
QCoro::Task<model::result::Result<std::optional<experiment::Audit>>> auditAtRest(DataAtRest data,
                                                                                 waiting::WaitScope &scope);

} // namespace services::platform
