// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <array>
#include <cstdint>
#include <optional>

namespace model::telemetry {

using TraceId = std::array<std::uint8_t, 16>;
using SpanId = std::array<std::uint8_t, 8>;

// The position of a request within its trace, as W3C Trace Context level 1 carries it in `traceparent`.
// https://www.w3.org/TR/trace-context-1/
struct TraceContext
{
    TraceId trace{};
    SpanId span{}; // the caller's span; the callee's parent
    bool sampled = false;

    bool isValid() const;
    // "00-<32 hex>-<16 hex>-<2 hex>"
    QByteArray toTraceparent() const;
    // Nothing when the header is malformed or its ids are all zero: the trace is then restarted.
    static std::optional<TraceContext> fromTraceparent(QByteArrayView header);

    bool operator==(const TraceContext &) const = default;
};

} // namespace model::telemetry
