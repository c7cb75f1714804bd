// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/wording/health.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <model/telemetry/trace.h>

namespace app::traces {

// One sentence of a request's story, and what it is about.
struct TaleStep
{
    enum class Kind
    {
        Begin, // a customer wants something
        Ask, // somebody asks somebody
        End, // the customer has the answer
        Message // afterwards, somebody hears of it
    };
    Kind kind = Kind::Ask;
    int span = 0; // position in the trace
    QString words;
    model::system::CapabilityId from; // empty: the customer
    model::system::CapabilityId to; // empty: the customer
    bool crossesUnits = false; // over the network; else within the unit
    bool isTrouble = false; // it failed
    std::chrono::nanoseconds at{0}; // since the customer wanted it
    model::system::TopicId topic = {}; // over which a message came; else empty
    QString operation = {}; // what is asked, "POST /charges", or the topic; empty: it is about the customer

    bool operator==(const TaleStep &) const = default;
};

// The story of one request in the order in which it is told. A value; everything in it is measured.
struct Tale
{
    QString title; // "Check out"
    QString summary; // "6 hops over the network · 5 units · 62 ms"
    std::vector<TaleStep> steps;
    int guilty = -1; // the step where it went wrong; -1: it went well

    bool operator==(const Tale &) const = default;
};

// Told from the spans of the trace alone: what was not kept is not told.
Tale taleOf(const model::telemetry::Trace &trace,
            const model::system::System &system,
            const model::packaging::Packaging &packaging);

// Which step of another telling is about the same as this one: of those which go from the same to the same
// with the same matter the first is like the first, the second like the second, wherever they stand. When the
// other has none, it is that of the step before; -1: it has no steps at all.
int likeStep(const Tale &tale, int step, const Tale &other);

// What a span is, for a list: "asks Payments to charge 42.90", "Payments works".
QString titleOf(const model::telemetry::Span &span, const model::system::System &system);
// "Check out": what a customer wanted, or whatever stands at the top.
QString titleOf(const model::telemetry::Trace &trace, const model::system::System &system);
// "Payments"; of a customer: "The customer".
QString nameOf(const model::system::CapabilityId &capability, const model::system::System &system);

} // namespace app::traces
