// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/system.h>
#include <model/telemetry/trace.h>

namespace app::traces {

// Says in a sentence what a span of a trace was. Both outlive this.
class Sentences
{
public:
    Sentences(const model::telemetry::Trace &trace, const model::system::System &system)
        : m_trace(trace)
        , m_system(system)
    {
    }

    // "Orders asks Payments to charge 42.90; Payments takes 21 ms."
    QString about(int span) const;
    // Who has published the message that somebody hears in the span. Of several who publish on its topic, it
    // is the nearest one that the trace tells of.
    model::system::CapabilityId publisherOf(int span) const;
    // How the customer fared, and where most of the time went.
    QString ofTheEnd() const;

private:
    QString ofAsking(int span) const;
    QString ofMessage(int span) const;
    // Who answered it; the call itself when that was not kept.
    int servedBy(int span) const;
    QString remarks(int span) const;
    QString mostOfTheTime() const;

    const model::telemetry::Trace &m_trace;
    const model::system::System &m_system;
};

} // namespace app::traces
