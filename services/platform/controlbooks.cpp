// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the books of the fleets say.

#include "booksaudit.h"
#include "control.h"

#include <services/waiting/pending.h>
#include <services/waiting/post.h>

namespace services::platform {

using experiment::FleetUnderLoad;
using model::result::failure;

namespace {

AuditedFleet auditedOf(const FleetUnderLoad &underLoad)
{
    const auto &fleet = underLoad.fleet();
    return {fleet.plan().packaging, fleet.queues(), underLoad.acknowledgedOrders()};
}

} // namespace

QCoro::Task<Result<std::optional<experiment::Audit>>>
Platform::Control::audit(model::system::PackagingId fleet)
{
    auto fleets = meant(fleet);
    if (!fleets)
        co_return failure(fleets.error());
    auto books = co_await auditAll(*std::move(fleets));
    co_return books;
}

QCoro::Task<Result<std::optional<experiment::Audit>>>
Platform::Control::auditAll(std::vector<FleetUnderLoad *> fleets)
{
    experiment::Auditor auditor(m_scope, m_timers, m_options.audit);
    experiment::Auditor::Read read = [this, fleets = std::move(fleets)] { return booksNow(fleets); };
    auto books = co_await auditor.settled(std::move(read));
    co_return books;
}

QCoro::Task<experiment::Auditor::Books>
Platform::Control::booksNow(std::vector<experiment::FleetUnderLoad *> fleets)
{
    std::vector<AuditedFleet> audited;
    for (const auto *fleet : fleets)
        audited.push_back(auditedOf(*fleet));
    waiting::Pending<std::optional<experiment::Audit>> pending(m_scope);
    auto reading = [scope = &m_scope, completer = pending.completer(), audited = std::move(audited),
                    system = m_options.system, folder = m_options.dataFolder] {
        auto books = booksOf(system, audited, folder);
        waiting::post(scope, [completer, books = std::move(books)] { completer.complete(books); });
    };
    m_readings.start(waiting::Posted(std::move(reading)));
    auto books = co_await pending;
    co_return books;
}

QCoro::Task<Result<std::vector<AuditedFleet>>> Platform::Control::auditedFleets()
{
    std::vector<AuditedFleet> fleets;
    for (const auto &attended : m_fleets)
        fleets.push_back(auditedOf(*attended.fleet));
    Result<std::vector<AuditedFleet>> all = std::move(fleets); // QCoro moves from what is returned
    co_return all;
}

} // namespace services::platform
