// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "instant.h"
#include "tracecontext.h"

#include <model/result/error.h>
#include <model/system/ids.h>

#include <QMap>

#include <optional>
#include <vector>

namespace model::telemetry {

enum class SpanKind
{
    Server, // an endpoint handled a request
    Client, // a call to another endpoint, local or remote
    Consumer, // a message was handled
    Journey // a customer's whole attempt, from the intended start; its endpoint's operation is the journey's
            // id
};

// A remark on a span ("retried on catalogue-2: connection refused").
struct Annotation
{
    Instant at;
    QString text;
    QString fault{}; // the word of the injected fault that it tells of ("slow"); empty: of none
};

// One timed piece of a request, measured on the instance that did it.
struct Span
{
    TraceId trace{};
    SpanId id{};
    SpanId parent{}; // all zero: the root
    SpanKind kind = SpanKind::Server;
    system::EndpointId endpoint; // of a consumer: capability and topic
    system::CapabilityId caller; // who asked; empty for customers
    system::InstanceId instance;
    bool crossedNetwork = false;
    Instant start;
    std::chrono::nanoseconds duration{0};
    std::optional<result::Kind> failure;
    QString failureMessage;
    std::vector<Annotation> annotations;
    // What the request was about, as far as it may be told to anybody: "amount", "product", "q".
    QMap<QString, QString> facts{};
    bool sampled = false; // all of its trace is kept; else only what failed or was annotated
};

} // namespace model::telemetry
