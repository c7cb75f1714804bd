// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracememory.h"

#include <algorithm>
#include <functional>

namespace services::platform {

using model::system::PackagingId;
using model::telemetry::Span;
using model::telemetry::TraceId;

namespace {

bool tellsOfTrouble(const Span &span)
{
    return span.failure.has_value()
        || std::ranges::any_of(span.annotations, [](const auto &remark) { return !remark.fault.isEmpty(); });
}

} // namespace

void TraceMemory::note(const Name &name, const Span &span)
{
    auto [found, isNew] = m_traces.try_emplace(name);
    auto &record = found->second;
    if (isNew) {
        record.number = ++m_last;
        m_well.emplace(record.number, name);
    }
    record.glance.reset();
    if (record.spans.size() < mostSpans || span.kind == model::telemetry::SpanKind::Journey)
        record.spans.push_back(span);
    if (!record.isTroubled && tellsOfTrouble(span)) {
        record.isTroubled = true;
        m_well.erase(record.number);
        m_troubled.emplace(record.number, name);
    }
}

void TraceMemory::thin(std::map<quint64, Name> &order, std::size_t most)
{
    if (order.size() <= most)
        return;
    const std::size_t older = order.size() / 2;
    auto next = order.begin();
    for (std::size_t position = 0; position < older; ++position) {
        if (position % 2 == 1) {
            ++next;
            continue;
        }
        m_traces.erase(next->second);
        next = order.erase(next);
    }
}

void TraceMemory::take(const PackagingId &fleet, const std::vector<Span> &spans)
{
    const std::lock_guard lock(m_mutex);
    for (const auto &span : spans)
        note({fleet, span.trace}, span);
    thin(m_well, mostTraces);
    thin(m_troubled, mostTroubled);
}

std::vector<Span> TraceMemory::spansOf(const PackagingId &fleet, const TraceId &trace) const
{
    std::vector<Span> spans;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_traces.find({fleet, trace}); found != m_traces.end())
            spans = found->second.spans;
    }
    std::ranges::sort(spans, {}, &Span::start);
    return spans;
}

Glances TraceMemory::glances() const
{
    Glances all;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[name, record] : m_traces) {
            if (record.glance == nullptr) {
                if (auto glance = glanceOf(record.spans))
                    record.glance = std::make_shared<const FleetGlance>(name.first, *std::move(glance));
            }
            if (record.glance != nullptr)
                all.push_back(record.glance);
        }
    }
    std::ranges::sort(all, std::greater(), [](const auto &one) { return one->glance.start; });
    return all;
}

} // namespace services::platform
