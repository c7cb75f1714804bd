// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelinedeeds.h"

#include <app/wording/faults.h>
#include <app/wording/figures.h>
#include <app/wording/health.h>
#include <app/wording/instances.h>
#include <model/operation/policychange.h>

#include <QCoreApplication>

namespace app::charts {

using namespace Qt::StringLiterals;
using style::Role;
using Mark = TimelineChart::Event;

namespace {

QString ofDeeds(const char *text)
{
    return QCoreApplication::translate("app::charts", text);
}

// What came of it.
Role roleOf(model::telemetry::DecisionKind decision)
{
    using enum model::telemetry::DecisionKind;
    switch (decision) {
    case BreakerOpened:
        return Role::Bad;
    case BreakerClosed:
    case InstanceReturned:
    case SheddingEnded:
        return Role::Good;
    case BreakerHalfOpened:
    case FallbackUsed:
    case CallRepeated:
        return Role::SubtleText;
    default:
        return Role::Warning;
    }
}

// Its line says enough: it is good, or comes every few seconds as long as the callee is not well.
bool isQuiet(model::telemetry::DecisionKind decision)
{
    using enum model::telemetry::DecisionKind;
    return roleOf(decision) == Role::Good || decision == BreakerHalfOpened || decision == FallbackUsed;
}

// "Orders → Payments: breaker opened: 12 of 20 failed".
QString wordsOf(const services::platform::DecisionEvent &event, const TimelineFleet &fleet)
{
    const auto &link = event.decision.link;
    const QString subject = link.from.isEmpty()
        ? wording::nameOf(event.instance, fleet.packaging)
        : u"%1 → %2"_s.arg(fleet.system.titleOf(link.from), fleet.system.titleOf(link.to.capability));
    const QString words = u"%1: %2"_s.arg(subject, event.decision.brief);
    if (event.decision.times == 1)
        return words;
    return ofDeeds("%1 (%2 times)").arg(words, QString::number(event.decision.times));
}

std::optional<TimelineDeed>
deed(const services::platform::InstanceEvent &event, Mark mark, const TimelineFleet &fleet)
{
    const auto health = wording::healthOf(event.entered);
    if (health == wording::Health::Neutral)
        return {}; // on its way: what comes of it is marked
    mark.role = wording::roleOf(health);
    mark.deed = wording::words(event.entered);
    if (health == wording::Health::Bad)
        mark.text = ofDeeds("%1: %2").arg(wording::nameOf(event.instance, fleet.packaging), mark.deed);
    return TimelineDeed{mark};
}

std::optional<TimelineDeed>
deed(const services::platform::ScalingEvent &event, Mark mark, const TimelineFleet &fleet)
{
    const auto *unit = fleet.packaging.unit(event.unit);
    const QString title = unit != nullptr ? unit->title : event.unit.value;
    mark.text = event.failure.isEmpty()
        ? QCoreApplication::translate("app::charts", "%1: %n instances", nullptr, event.instances).arg(title)
        : ofDeeds("%1, autoscaler: %2").arg(title, event.failure);
    if (event.utilisation > 0)
        mark.text = ofDeeds("%1, %2 % busy").arg(mark.text).arg(100 * event.utilisation, 0, 'f', 0);
    return TimelineDeed{mark, true};
}

std::optional<TimelineDeed>
deed(const services::platform::FaultEvent &event, Mark mark, const TimelineFleet &fleet)
{
    if (event.fault.kind == model::operation::FaultKind::Crash)
        return {}; // who has crashed, and is back, says so
    const QString words = wording::wordsAtStart(event.fault, fleet.system, fleet.packaging);
    mark.text = event.isLifted ? ofDeeds("Over: %1").arg(words) : words;
    return TimelineDeed{mark};
}

std::optional<TimelineDeed>
deed(const services::platform::DecisionEvent &event, Mark mark, const TimelineFleet &fleet)
{
    mark.role = roleOf(event.decision.kind);
    if (!isQuiet(event.decision.kind))
        mark.text = wordsOf(event, fleet);
    return TimelineDeed{mark};
}

std::optional<TimelineDeed>
deed(const services::platform::PolicyEvent &event, Mark mark, const TimelineFleet &fleet)
{
    mark.text = model::operation::words(event.change, fleet.system, fleet.packaging);
    return TimelineDeed{mark};
}

std::optional<TimelineDeed>
deed(std::monostate /*words say all*/, const Mark &mark, const TimelineFleet & /*fleet*/)
{
    return TimelineDeed{mark};
}

} // namespace

bool goesOn(model::telemetry::DecisionKind decision)
{
    using enum model::telemetry::DecisionKind;
    return decision == CallTimedOut || decision == CallRepeated || decision == FallbackUsed
        || decision == BreakerHalfOpened;
}

std::optional<Mark> TimelineDeed::on(bool countsInstances, bool isFirst) const
{
    if (countsInstances)
        return isScaling ? std::optional(mark) : std::nullopt;
    if (isFirst && !isScaling)
        return mark;
    return Mark{mark.at, {}, mark.role, mark.line};
}

std::optional<TimelineDeed>
deedOf(const services::platform::PlatformEvent &event, TimelineChart::Seconds at, const TimelineFleet &fleet)
{
    Mark mark{at, {}, Role::SubtleText, fleet.line};
    if (std::holds_alternative<std::monostate>(event.what))
        mark.text = event.words;
    return std::visit([&](const auto &what) { return deed(what, mark, fleet); }, event.what);
}

} // namespace app::charts
