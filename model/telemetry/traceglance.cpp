// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "traceglance.h"

#include <algorithm>

namespace model::telemetry {

using namespace Qt::StringLiterals;

namespace {

const Span *rootOf(const std::vector<Span> &spans)
{
    const Span *root = nullptr;
    for (const auto &span : spans) {
        if (span.kind == SpanKind::Journey)
            return &span;
        if (span.parent == SpanId{} && (root == nullptr || span.start < root->start))
            root = &span;
    }
    return root;
}

void add(TraceGlance &glance, const Span &span)
{
    glance.hops += span.kind == SpanKind::Client && span.crossedNetwork ? 1 : 0;
    for (const auto &remark : span.annotations) {
        glance.retries += tellsOfRetry(remark) ? 1 : 0;
        if (!remark.fault.isEmpty() && !glance.faults.contains(remark.fault))
            glance.faults << remark.fault;
    }
    const bool isThere = span.kind == SpanKind::Server || span.kind == SpanKind::Consumer;
    const auto &capability = span.endpoint.capability;
    if (isThere && std::ranges::find(glance.capabilities, capability) == glance.capabilities.end())
        glance.capabilities.push_back(capability);
}

} // namespace

bool tellsOfRetry(const Annotation &remark)
{
    return remark.text.startsWith(u"Tried again"_s);
}

std::optional<TraceGlance> glanceOf(const std::vector<Span> &spans)
{
    const auto *root = rootOf(spans);
    if (root == nullptr)
        return {};
    TraceGlance glance;
    glance.trace = root->trace;
    if (root->kind == SpanKind::Journey)
        glance.journey = {root->endpoint.operation};
    else
        glance.operation = u"%1 %2"_s.arg(root->endpoint.capability.value, root->endpoint.operation);
    glance.start = root->start;
    glance.duration = root->duration;
    glance.spans = static_cast<int>(spans.size());
    glance.isWhole = root->sampled;
    if (root->failure.has_value()) {
        glance.status = TraceStatus::Failed;
        glance.why = root->failureMessage;
    } else if (root->facts.contains(u"degraded"_s)) {
        glance.status = TraceStatus::Degraded;
        glance.why = root->facts.value(u"degraded"_s);
    }
    auto inTime = spans;
    std::ranges::stable_sort(inTime, {}, &Span::start);
    for (const auto &span : inTime)
        add(glance, span);
    return glance;
}

} // namespace model::telemetry
