// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "instant.h"
#include "tracecontext.h"

#include <model/result/error.h>
#include <model/system/ids.h>

#include <optional>

namespace model::telemetry {

enum class LogLevel
{
    Information,
    Warning, // it went on, but not as it should
    Error // it failed
};

// What a line tells of.
enum class LogMatter
{
    Served, // a request
    Handled, // a message
    Remark, // on a request that is under way: a repeat, a fault that touched it
    Decision, // of a policy
    State // of the instance as a whole, as its host sees it
};

// What an instance noted about something that it did, as values: whoever shows it finds the words. Which of
// the members mean something depends on the matter. A value.
struct LogLine
{
    Instant at;
    LogLevel level = LogLevel::Information;
    LogMatter matter = LogMatter::Served;
    system::EndpointId
        endpoint; // that was served; of a message: capability and topic; of a decision: who is called
    system::CapabilityId caller; // who asked, or calls; empty for customers
    TraceId trace{}; // all zero: it belongs to no request
    SpanId span{};
    bool isTraced = false; // its span is kept
    std::chrono::nanoseconds duration{0};
    std::optional<result::Kind> failure;
    bool degraded = false; // answered by a fallback
    QString words; // why it failed; the remark; the decision
    QString fault; // the word of the injected fault that it tells of; empty: of none

    bool operator==(const LogLine &) const = default;
};

} // namespace model::telemetry
