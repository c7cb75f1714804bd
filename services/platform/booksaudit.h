// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/broker/queuestatus.h>
#include <services/experiment/audit.h>

#include <QSet>

#include <optional>

namespace services::platform {

// A fleet whose books are audited.
struct AuditedFleet
{
    model::packaging::Packaging packaging;
    // As its broker has them; nothing: it cannot be asked.
    std::optional<std::vector<broker::QueueStatus>> queues{};
    QSet<QString> acknowledged{}; // orders of which customers were told that they have them
};

// What the books say now that these fleets of the shop keep below the data folder; nothing when the system is
// not played by the shop, whose books are the only ones we can read. Books that cannot be read are named in
// the audit.
std::optional<experiment::Audit> booksOf(const model::system::System &system,
                                         const std::vector<AuditedFleet> &fleets,
                                         const QString &dataFolder);

} // namespace services::platform
