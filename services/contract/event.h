// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>
#include <model/telemetry/tracecontext.h>

#include <QByteArray>

#include <chrono>

namespace services::contract {

// A fact that was published on a topic. Delivered at least once to each consuming capability; consumers
// recognise a repeat by `id`.
struct Event
{
    QByteArray id; // unique for ever: a UUID without braces, made by whoever causes the event
    model::system::TopicId topic;
    QByteArray key; // events of one key keep their order ("order id", "product id")
    QByteArray payload; // JSON
    model::telemetry::TraceContext trace; // of the request that caused it
    std::chrono::system_clock::time_point occurredAt{};
};

} // namespace services::contract
