// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/telemetry/logline.h>
#include <services/runtime/instancestatus.h>

#include <deque>
#include <map>
#include <mutex>
#include <vector>

namespace services::platform {

// A line of an instance's log, and whose it is.
struct InstanceLine
{
    model::system::PackagingId fleet;
    model::system::UnitId unit;
    model::system::InstanceId instance;
    model::telemetry::LogLine line;
    std::optional<runtime::InstanceState> entered{}; // of a State line
    quint64 number = 0; // counted up as they come in

    bool operator==(const InstanceLine &) const = default;
};

// What an instance has noted since it was last asked.
struct InstanceLines
{
    model::system::UnitId unit;
    model::system::InstanceId instance;
    std::vector<model::telemetry::LogLine> lines;
    std::uint64_t lost = 0; // written over before anybody took them
};

// Which lines are meant.
struct LogQuery
{
    model::system::PackagingId fleet;
    model::system::UnitId unit{}; // empty: of all
    std::optional<model::telemetry::TraceId> trace{}; // only of this request
    quint64 after = 0; // only those with higher numbers

    bool operator==(const LogQuery &) const = default;
};

struct LogReading
{
    std::vector<InstanceLine> lines; // in the order of time; the newest of them, if there are very many
    quint64 last = 0; // the highest number there is: the next query goes on from here
    std::uint64_t lost = 0; // of what is meant, ever
};

// Remembers the newest lines of each instance of some fleets. Bounded: warnings and errors have room of their
// own, which the others cannot take. Any thread.
class LogMemory
{
public:
    void take(const model::system::PackagingId &fleet, std::vector<InstanceLines> lines);
    // What the host says of an instance.
    void note(const model::system::PackagingId &fleet,
              const runtime::InstanceStatus &status,
              model::telemetry::Instant at);
    LogReading read(const LogQuery &query) const;

    static constexpr std::size_t mostOrdinary = 600; // of an instance
    static constexpr std::size_t mostTroubled = 300;
    static constexpr std::size_t mostRead = 1500; // and as many warnings and errors

private:
    struct Log
    {
        model::system::UnitId unit;
        std::deque<InstanceLine> ordinary;
        std::deque<InstanceLine> troubled;
        std::uint64_t lost = 0;
    };
    void add(Log &log, InstanceLine line);

    mutable std::mutex m_mutex;
    std::map<std::pair<model::system::PackagingId, model::system::InstanceId>, Log> m_logs;
    quint64 m_last = 0;
};

} // namespace services::platform
