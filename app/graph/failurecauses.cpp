// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "failurecauses.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace app::graph {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::layout::NodeKind;
using model::telemetry::Instant;
using model::telemetry::SpanKind;

namespace {

using FailureKind = model::result::Kind;

constexpr auto keptFor = 3s;
constexpr size_t mostKept = 3000; // what says enough about any unit

QString ofCauses(const char *text)
{
    return QCoreApplication::translate("app::graph", text);
}

// What somebody did, after his name.
QString didWhat(FailureKind kind)
{
    switch (kind) {
    case FailureKind::TimedOut:
        return ofCauses("timed out");
    case FailureKind::Overloaded:
        return ofCauses("overloaded");
    case FailureKind::Unavailable:
    case FailureKind::Refused:
        return ofCauses("not reachable");
    case FailureKind::Reset:
    case FailureKind::Cancelled:
        return ofCauses("broke off");
    case FailureKind::Corrupt:
    case FailureKind::Full:
    case FailureKind::ReadOnly:
        return ofCauses("cannot store");
    case FailureKind::Internal:
        return ofCauses("fails");
    case FailureKind::InvalidInput:
    case FailureKind::Unauthenticated:
    case FailureKind::Forbidden:
    case FailureKind::NotFound:
    case FailureKind::Conflict:
    case FailureKind::Declined:
    case FailureKind::TooLarge:
        break;
    }
    return ofCauses("refuses");
}

QString named(const QString &who, const QString &what)
{
    return ofCauses("%1 %2").arg(who, what);
}

QString mostly(const QString &reason, const QString &cause, const QString &message)
{
    return message.isEmpty() ? ofCauses("%1, mostly: %2").arg(reason, cause)
                             : ofCauses("%1, mostly: %2 (%3)").arg(reason, cause, message);
}

} // namespace

void FailureCauses::take(const services::platform::FleetSnapshot &fleet, const Units &units, Instant now)
{
    for (const auto &span : fleet.spans) {
        if (!span.failure.has_value() || span.kind == SpanKind::Journey)
            continue;
        const bool isCall = span.kind == SpanKind::Client;
        const auto unit = units.constFind(isCall ? span.caller : span.endpoint.capability);
        if (unit != units.cend()) // else a customer's
            m_failures.push_back({now, *unit, span.id, span.parent, span.endpoint.capability, isCall,
                                  *span.failure, span.failureMessage});
    }
    while (!m_failures.empty() && (m_failures.front().at <= now - keptFor || m_failures.size() > mostKept))
        m_failures.pop_front();
}

QHash<NodeId, FailureCauses::Failures> FailureCauses::byUnit(Instant now) const
{
    QHash<NodeId, Failures> units;
    for (const auto &failure : m_failures) {
        if (failure.at <= now && failure.at > now - keptFor)
            units[failure.unit].push_back(&failure);
    }
    return units;
}

// A failure within the unit is the cause of that around it, and only the innermost counts. A call that failed
// and did no harm is not among them: what is around it did not fail.
const FailureCauses::Failure *FailureCauses::commonest(const Failures &here)
{
    std::set<model::telemetry::SpanId> failed;
    std::set<model::telemetry::SpanId> around;
    for (const auto *failure : here) {
        failed.insert(failure->id);
        around.insert(failure->parent);
    }
    struct Count
    {
        int times = 0;
        const Failure *latest = nullptr;
    };
    std::map<std::tuple<QString, bool, FailureKind>, Count> counts;
    for (const auto *failure : here) {
        if (around.contains(failure->id) || (failure->isCall && !failed.contains(failure->parent)))
            continue;
        auto &count = counts[{failure->whose.value, failure->isCall, failure->kind}];
        ++count.times;
        count.latest = failure;
    }
    const auto most
        = std::ranges::max_element(counts, {}, [](const auto &counted) { return counted.second.times; });
    return most == counts.end() ? nullptr : most->second.latest;
}

void FailureCauses::add(const model::system::System &system,
                        const model::packaging::Packaging &packaging,
                        Instant now,
                        Vitality &vitality) const
{
    const auto failures = byUnit(now);
    for (const auto &unit : packaging.units) {
        const NodeId node{NodeKind::Unit, unit.id.value};
        const auto live = vitality.nodes.find(node);
        if (live == vitality.nodes.end() || live->isDown || live->reason.isEmpty())
            continue; // has more to say, or is well
        const auto *cause = commonest(failures.value(node));
        if (cause == nullptr)
            continue;
        const bool isNamed = cause->isCall || unit.capabilities.size() > 1;
        const QString what = didWhat(cause->kind);
        const QString words = isNamed ? named(system.titleOf(cause->whose), what) : what;
        live->details << mostly(live->reason, words, cause->message);
        // Where there is no room: whose failure it is, since without a name it would seem to be one's own.
        live->brief = QStringList{isNamed ? u"✕ %1"_s.arg(system.titleOf(cause->whose)) : what, live->reason};
        live->reason = words;
    }
}

} // namespace app::graph
