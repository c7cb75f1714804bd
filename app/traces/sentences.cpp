// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sentences.h"

#include "tale.h"

#include <app/wording/figures.h>
#include <app/wording/requests.h>
#include <app/wording/servicetexts.h>
#include <model/telemetry/criticalpath.h>
#include <model/telemetry/traceglance.h>

#include <QCoreApplication>

#include <algorithm>

namespace app::traces {

using namespace Qt::StringLiterals;
using model::telemetry::Span;
using model::telemetry::SpanKind;
using wording::milliseconds;

namespace {

QString ofSentences(const char *text)
{
    return QCoreApplication::translate("app::traces::Sentences", text);
}

// Without its full stop: a sentence goes on around it.
QString phrase(QString words)
{
    words = words.trimmed();
    while (words.endsWith(u'.'))
        words.chop(1);
    return words;
}

} // namespace

QString nameOf(const model::system::CapabilityId &capability, const model::system::System &system)
{
    if (capability.isEmpty())
        return QCoreApplication::translate("app::traces", "The customer");
    return system.titleOf(capability);
}

QString titleOf(const Span &span, const model::system::System &system)
{
    const QString there = nameOf(span.endpoint.capability, system);
    switch (span.kind) {
    case SpanKind::Journey: {
        const auto *journey = system.journey({span.endpoint.operation});
        return journey != nullptr ? journey->title : span.endpoint.operation;
    }
    case SpanKind::Client:
        return QCoreApplication::translate("app::traces", "asks %1 to %2")
            .arg(there, wording::deed(span.endpoint, span.facts));
    case SpanKind::Consumer:
        return QCoreApplication::translate("app::traces", "%1 hears %2")
            .arg(there, wording::news(span.endpoint.operation));
    case SpanKind::Server:
        break;
    }
    return QCoreApplication::translate("app::traces", "%1 works").arg(there);
}

QString titleOf(const model::telemetry::Trace &trace, const model::system::System &system)
{
    if (trace.isEmpty())
        return {};
    const auto &root = trace.node(trace.root()).span;
    return root.kind == SpanKind::Server
        ? u"%1 %2"_s.arg(nameOf(root.endpoint.capability, system), root.endpoint.operation)
        : titleOf(root, system);
}

int Sentences::servedBy(int span) const
{
    for (const int child : m_trace.node(span).children) {
        if (m_trace.node(child).span.kind == SpanKind::Server)
            return child;
    }
    return span;
}

QString Sentences::remarks(int span) const
{
    QString said;
    int tries = 1;
    QStringList faults;
    for (const int which : {span, servedBy(span)}) {
        for (const auto &remark : m_trace.node(which).span.annotations) {
            if (wording::tellsOfRetry(remark))
                ++tries;
            else if (!remark.fault.isEmpty() && !faults.contains(remark.text))
                faults << remark.text;
            else if (remark.fault.isEmpty())
                said += ofSentences(" Then: %1.").arg(phrase(remark.text));
        }
        if (which == servedBy(span))
            break;
    }
    if (tries > 1)
        said += ofSentences(" It took %1 tries.").arg(tries);
    for (const auto &fault : faults)
        said += ofSentences(" A fault in force has struck here: %1.").arg(phrase(fault));
    return said;
}

QString Sentences::ofAsking(int span) const
{
    const auto &call = m_trace.node(span).span;
    const int server = servedBy(span);
    const auto &served = m_trace.node(server).span;
    const QString who = nameOf(call.caller, m_system);
    const QString whom = nameOf(call.endpoint.capability, m_system);
    const QString what = wording::deed(call.endpoint, call.facts);
    const QString near = call.crossedNetwork || call.caller.isEmpty()
        ? QString()
        : ofSentences(", next to it in the same box,");
    const QString asked = ofSentences("%1 asks %2%3 to %4").arg(who, whom, near, what);
    if (!call.failure.has_value())
        return ofSentences("%1; %2 takes %3.").arg(asked, whom, milliseconds(served.duration));
    const QString why = phrase(served.failureMessage.isEmpty() ? call.failureMessage : served.failureMessage);
    if (server != span && served.failure.has_value())
        return ofSentences("%1. %2 fails after %3: %4.").arg(asked, whom, milliseconds(served.duration), why);
    return ofSentences("%1, and gets no good answer within %2: %3.")
        .arg(asked, milliseconds(call.duration), phrase(call.failureMessage));
}

model::system::CapabilityId Sentences::publisherOf(int span) const
{
    const model::system::TopicId topic{m_trace.node(span).span.endpoint.operation};
    const auto publishes = [&](const model::system::Capability *capability) {
        return capability != nullptr
            && std::ranges::find(capability->publishes, topic) != capability->publishes.end();
    };
    for (int above = m_trace.node(span).parent; above >= 0; above = m_trace.node(above).parent) {
        const auto &who = m_trace.node(above).span.endpoint.capability;
        if (publishes(m_system.capability(who)))
            return who;
    }
    const auto known
        = std::ranges::find_if(m_system.capabilities, [&](const auto &each) { return publishes(&each); });
    return known == m_system.capabilities.end() ? model::system::CapabilityId() : known->id;
}

QString Sentences::ofMessage(int span) const
{
    const auto &heard = m_trace.node(span).span;
    const QString who = nameOf(heard.endpoint.capability, m_system);
    const auto since = heard.start - m_trace.node(m_trace.root()).span.start;
    const QString told = ofSentences("After %1, %2 hears from %3, through %4, %5")
                             .arg(milliseconds(since), who, nameOf(publisherOf(span), m_system),
                                  heard.endpoint.operation, wording::news(heard.endpoint.operation));
    if (heard.failure.has_value())
        return ofSentences("%1, and fails: %2.").arg(told, phrase(heard.failureMessage));
    return ofSentences("%1 and takes %2; nobody waits for it.").arg(told, milliseconds(heard.duration));
}

QString Sentences::about(int span) const
{
    const auto &told = m_trace.node(span).span;
    if (told.kind == SpanKind::Consumer)
        return ofMessage(span) + remarks(span);
    if (told.kind == SpanKind::Client)
        return ofAsking(span) + remarks(span);
    const QString who = nameOf(told.endpoint.capability, m_system);
    const QString asked = ofSentences("%1 is asked to %2").arg(who, wording::deed(told.endpoint, told.facts));
    if (told.failure.has_value())
        return ofSentences("%1 and fails after %2: %3.")
                   .arg(asked, milliseconds(told.duration), phrase(told.failureMessage))
            + remarks(span);
    return ofSentences("%1 and takes %2.").arg(asked, milliseconds(told.duration)) + remarks(span);
}

// Whose own work, or which way over the network, the answer waited for longest.
QString Sentences::mostOfTheTime() const
{
    const auto times = criticalTimes(m_trace);
    const auto most = std::ranges::max_element(times);
    if (most == times.end() || most->count() == 0)
        return {};
    const auto &span = m_trace.node(static_cast<int>(most - times.begin())).span;
    const QString whom = nameOf(span.endpoint.capability, m_system);
    const QString time = milliseconds(*most);
    if (span.kind == SpanKind::Journey)
        return ofSentences(" Most of it, %1, it waited before and between its requests.").arg(time);
    if (span.kind == SpanKind::Client)
        return ofSentences(" Most of it, %1, went by on the way to %2.").arg(time, whom);
    return ofSentences(" Most of it, %1, was the work of %2 itself.").arg(time, whom);
}

QString Sentences::ofTheEnd() const
{
    const auto &root = m_trace.node(m_trace.root()).span;
    const QString time = milliseconds(root.duration);
    if (root.failure.has_value())
        return ofSentences("After %1 it has failed: %2.").arg(time, phrase(root.failureMessage))
            + mostOfTheTime();
    const QString degraded = root.facts.value(u"degraded"_s);
    const QString how = degraded.isEmpty()
        ? QString()
        : ofSentences(" It is not as it should be: %1.").arg(phrase(degraded));
    return ofSentences("After %1 the answer is there.").arg(time) + how + mostOfTheTime();
}

} // namespace app::traces
