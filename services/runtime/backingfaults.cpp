// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backingfaults.h"

#include "poison.h"

#include <services/faults/touch.h>
#include <services/storage/paytoll.h>

#include <algorithm>

namespace services::runtime {

using namespace Qt::StringLiterals;
using model::operation::FaultKind;
using model::operation::FaultReach;
using storage::Disk;

namespace {

constexpr std::size_t mostStranded = 512;

std::uint64_t troubleOf(FaultKind kind)
{
    switch (kind) {
    case FaultKind::StoreLocked:
        return Disk::Locked;
    case FaultKind::StoreFull:
        return Disk::Full;
    case FaultKind::StoreSlow:
        return Disk::Slow;
    case FaultKind::StoreLost:
        return Disk::Lost;
    case FaultKind::StoreCorrupt:
        return Disk::Damaged;
    default:
        return Disk::noTrouble;
    }
}

} // namespace

BackingFaults::BackingFaults(Means means)
    : m_means(means)
{
}

void BackingFaults::forget()
{
    if (isOwed())
        std::ignore = m_database->takeToll();
}

QCoro::Task<Result<void>>
BackingFaults::pay(storage::Toll toll, model::telemetry::TraceContext span, Instant deadline)
{
    for (const auto &fault : m_means.exposure.of(FaultReach::Store)) {
        if ((troubleOf(fault.kind) & toll.troubles) != 0)
            faults::touch(m_means.recorder, span, fault);
    }
    const auto paid = co_await storage::payToll(toll, m_means.scope, m_means.timers, deadline);
    co_return paid;
}

Result<void> BackingFaults::look()
{
    if (m_database == nullptr)
        return {};
    auto seen = m_database->query(u"SELECT count(*) FROM sqlite_schema"_s, {}, {});
    forget();
    return seen;
}

void BackingFaults::touch(const model::telemetry::TraceContext &span, const broker::Delivery &delivery)
{
    if (m_means.exposure.isClear())
        return;
    if (delivery.isDelayed)
        touch(span, FaultReach::Broker, FaultKind::BrokerSlow);
    if (isPoison(delivery.event))
        touch(span, FaultReach::Queue, FaultKind::PoisonMessage);
}

void BackingFaults::noteEvent(const contract::Event &event)
{
    const auto &faults = m_means.exposure.of(FaultReach::Broker);
    if (std::ranges::find(faults, FaultKind::BrokerDown, &model::operation::Fault::kind) == faults.end())
        return;
    if (m_stranded.size() >= mostStranded) // what is resumed in the background has no request
        m_stranded.pop_front();
    m_stranded.push_back(event.trace.span);
}

void BackingFaults::touchStranded(const model::telemetry::TraceContext &span)
{
    if (!m_stranded.empty() && std::erase(m_stranded, span.span) > 0)
        touch(span, FaultReach::Broker, FaultKind::BrokerDown);
}

void BackingFaults::touch(const model::telemetry::TraceContext &span, FaultReach reach, FaultKind kind)
{
    for (const auto &fault : m_means.exposure.of(reach)) {
        if (fault.kind == kind)
            faults::touch(m_means.recorder, span, fault);
    }
}

} // namespace services::runtime
