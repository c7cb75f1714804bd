// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "logmemory.h"

#include <algorithm>
#include <tuple>

namespace services::platform {

using model::system::PackagingId;
using model::telemetry::LogLevel;
using runtime::InstanceState;

namespace {

LogLevel levelOf(InstanceState state)
{
    if (state == InstanceState::Crashed || state == InstanceState::Failed)
        return LogLevel::Error;
    return state == InstanceState::Unresponsive ? LogLevel::Warning : LogLevel::Information;
}

std::tuple<model::telemetry::Instant, quint64> momentOf(const InstanceLine &line)
{
    return {line.line.at, line.number};
}

void keepNewest(std::vector<InstanceLine> &lines, std::size_t most)
{
    std::ranges::sort(lines, {}, momentOf);
    if (lines.size() > most)
        lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(most));
}

} // namespace

void LogMemory::add(Log &log, InstanceLine line)
{
    line.number = ++m_last;
    const bool isTroubled = line.line.level != LogLevel::Information;
    auto &lines = isTroubled ? log.troubled : log.ordinary;
    lines.push_back(std::move(line));
    if (lines.size() > (isTroubled ? mostTroubled : mostOrdinary))
        lines.pop_front();
}

void LogMemory::take(const PackagingId &fleet, std::vector<InstanceLines> lines)
{
    const std::lock_guard lock(m_mutex);
    for (auto &of : lines) {
        auto &log = m_logs[{fleet, of.instance}];
        log.unit = of.unit;
        log.lost += of.lost;
        for (auto &line : of.lines)
            add(log, {fleet, of.unit, of.instance, std::move(line)});
    }
}

void LogMemory::note(const PackagingId &fleet,
                     const runtime::InstanceStatus &status,
                     model::telemetry::Instant at)
{
    model::telemetry::LogLine line;
    line.at = at;
    line.level = levelOf(status.state);
    line.matter = model::telemetry::LogMatter::State;
    if (status.reason.has_value())
        line.words = status.reason->message;
    const std::lock_guard lock(m_mutex);
    auto &log = m_logs[{fleet, status.id}];
    log.unit = status.unit;
    add(log, {fleet, status.unit, status.id, std::move(line), status.state});
}

LogReading LogMemory::read(const LogQuery &query) const
{
    LogReading reading;
    std::vector<InstanceLine> ordinary;
    const auto take = [&](const std::deque<InstanceLine> &lines, std::vector<InstanceLine> &to) {
        const auto first = std::ranges::upper_bound(lines, query.after, {}, &InstanceLine::number);
        for (auto line = first; line != lines.end(); ++line) {
            if (!query.trace.has_value() || line->line.trace == *query.trace)
                to.push_back(*line);
        }
    };
    {
        const std::lock_guard lock(m_mutex);
        reading.last = m_last;
        for (const auto &[whose, log] : m_logs) {
            if (whose.first != query.fleet || (!query.unit.isEmpty() && log.unit != query.unit))
                continue;
            reading.lost += log.lost;
            take(log.ordinary, ordinary);
            take(log.troubled, reading.lines);
        }
    }
    keepNewest(ordinary, mostRead);
    keepNewest(reading.lines, mostRead);
    reading.lines.insert(reading.lines.end(), ordinary.begin(), ordinary.end());
    std::ranges::sort(reading.lines, {}, momentOf);
    return reading;
}

} // namespace services::platform
