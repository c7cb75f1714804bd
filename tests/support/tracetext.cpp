// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracetext.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tests::support {

using namespace Qt::StringLiterals;
using namespace model::telemetry;

namespace {

SpanKind kindOf(const QString &word)
{
    if (word == u"journey"_s)
        return SpanKind::Journey;
    if (word == u"call"_s)
        return SpanKind::Client;
    if (word == u"message"_s)
        return SpanKind::Consumer;
    if (word != u"serve"_s)
        qFatal("No kind of span: %s", qPrintable(word));
    return SpanKind::Server;
}

void addRemark(Span &span, const QString &text)
{
    const QString word = text.section(u' ', 0, 0);
    const QString rest = text.section(u' ', 1);
    if (word == u"at"_s)
        span.instance = {rest};
    else if (word == u"local"_s)
        span.crossedNetwork = false;
    else if (word == u"unsampled"_s)
        span.sampled = false;
    else if (word == u"fact"_s)
        span.facts.insert(rest.section(u'=', 0, 0), rest.section(u'=', 1));
    else if (word == u"remark"_s)
        span.annotations.push_back({span.start, rest});
    else if (word == u"fault"_s)
        span.annotations.push_back({span.start, rest, rest.section(u' ', 0, 0)});
    else if (word != u"failed"_s)
        qFatal("No remark on a span: %s", qPrintable(text));
    if (word == u"failed"_s) {
        span.failure = model::result::Kind::Unavailable;
        span.failureMessage = rest;
    }
}

Span spanOf(const QString &line)
{
    auto parts = line.split(u" | "_s);
    auto words = parts.takeFirst().split(u' ', Qt::SkipEmptyParts);
    Span span;
    span.sampled = true;
    span.kind = kindOf(words.takeFirst());
    const auto times = words.takeLast().split(u'-');
    span.start = millisecond(times.value(0).toDouble());
    span.duration = millisecond(times.value(1).toDouble()) - span.start;
    if (span.kind != SpanKind::Journey)
        span.endpoint.capability = {words.takeFirst()};
    span.endpoint.operation = words.join(u' ');
    span.crossedNetwork = span.kind != SpanKind::Journey;
    for (const auto &part : std::as_const(parts))
        addRemark(span, part.trimmed());
    return span;
}

} // namespace

Instant millisecond(double at)
{
    return Instant(std::chrono::nanoseconds(std::llround(at * 1e6)));
}

std::vector<Span> spansOf(const QString &text, std::uint8_t trace)
{
    std::vector<Span> spans;
    std::vector<std::size_t> above; // the positions of the spans around the next one
    for (const auto &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        auto span = spanOf(line);
        const auto first = std::ranges::find_if(line, [](QChar c) { return c != u' '; });
        const auto indent = first - line.begin();
        const auto depth = static_cast<std::size_t>(indent) / 2;
        above.resize(std::min(above.size(), depth));
        span.trace = {trace};
        span.id = {static_cast<std::uint8_t>(spans.size() + 1)};
        if (!above.empty()) {
            const auto &parent = spans[above.back()];
            span.parent = parent.id;
            if (span.kind == SpanKind::Server)
                span.caller = parent.caller;
            else if (parent.kind != SpanKind::Journey)
                span.caller = parent.endpoint.capability;
        }
        above.push_back(spans.size());
        spans.push_back(std::move(span));
    }
    return spans;
}

} // namespace tests::support
