// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>
#include <model/telemetry/traceglance.h>

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace services::platform {

// What a list tells of a trace, and whose it is.
struct FleetGlance
{
    model::system::PackagingId fleet;
    model::telemetry::TraceGlance glance;
};
using Glances = std::vector<std::shared_ptr<const FleetGlance>>;

// Remembers the traces of some fleets, so that somebody may ask for one later. Bounded: when there are too
// many, every second one of the older half is forgotten, so that what is left spans the whole time, the more
// thinly the older it is. Failed requests and those which a fault has touched have room of their own, which
// the others cannot take. Of a trace with very many spans the later ones are forgotten. Any thread.
class TraceMemory
{
public:
    void take(const model::system::PackagingId &fleet, const std::vector<model::telemetry::Span> &spans);
    // In the order of their beginning; none: it was not sampled, or is forgotten.
    std::vector<model::telemetry::Span> spansOf(const model::system::PackagingId &fleet,
                                                const model::telemetry::TraceId &trace) const;
    // Of all traces whose request has ended, the newest first.
    Glances glances() const;

    static constexpr std::size_t mostTraces = 2000; // that went well
    static constexpr std::size_t mostTroubled = 1000; // that failed, or a fault has touched
    static constexpr std::size_t mostSpans = 64; // of one

private:
    using Name = std::pair<model::system::PackagingId, model::telemetry::TraceId>;
    struct Record
    {
        quint64 number = 0; // counted up
        bool isTroubled = false;
        std::vector<model::telemetry::Span> spans;
        mutable std::shared_ptr<const FleetGlance> glance; // null: is to be made
    };
    void note(const Name &name, const model::telemetry::Span &span);
    void thin(std::map<quint64, Name> &order, std::size_t most);

    mutable std::mutex m_mutex;
    std::map<Name, Record> m_traces;
    quint64 m_last = 0;
    std::map<quint64, Name> m_well; // by number: the oldest first
    std::map<quint64, Name> m_troubled;
};

} // namespace services::platform
