// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelinepanel.h"

#include <app/wording/figures.h>
#include <app/wording/health.h>
#include <model/operation/faultwords.h>

#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <type_traits>

namespace app::charts {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using style::Role;

namespace {

constexpr auto pointEvery = 1000ms; // a point is some pixels wide

std::vector<TimelineChart::Line> linesOf(const QStringList &fleetTitles)
{
    std::vector<TimelineChart::Line> lines;
    for (int fleet = 0; fleet < fleetTitles.size(); ++fleet)
        lines.push_back({fleetTitles[fleet], fleet == 0 ? Role::Monolith : Role::Microservices,
                         fleet == 0 ? Qt::SolidLine : Qt::DashLine});
    return lines;
}

std::vector<TimelineChart::Line> countsOf(const QStringList &fleetTitles)
{
    auto lines = linesOf(fleetTitles);
    for (auto &line : lines)
        line.isCount = true;
    return lines;
}

// What came of it; nothing: not worth a mark.
std::optional<Role> roleOf(model::telemetry::DecisionKind decision)
{
    using enum model::telemetry::DecisionKind;
    switch (decision) {
    case BreakerOpened:
        return Role::Bad;
    case BreakerClosed:
    case InstanceReturned:
    case SheddingEnded:
        return Role::Good;
    case BreakerHalfOpened: // every few seconds, as long as the callee is not well
    case FallbackUsed:
        return {};
    default:
        return Role::Warning;
    }
}

// "orders → payments: breaker opened: 12 of 20 failed".
QString wordsOf(const services::platform::DecisionEvent &event)
{
    const auto &link = event.decision.link;
    const QString subject = link.from.isEmpty() ? event.instance.value
                                                : u"%1 → %2"_s.arg(link.from.value, link.to.capability.value);
    return u"%1: %2"_s.arg(subject, event.decision.brief);
}

// "Payments hangs": the line says in which fleet.
QString wordsOf(model::operation::Fault fault)
{
    fault.target.fleet = {};
    const QString words = model::operation::words(fault);
    return words.left(1).toUpper() + words.mid(1);
}

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    label->setProperty("kind", u"subtle"_s);
    return label;
}

} // namespace

TimelinePanel::TimelinePanel(const QStringList &fleetTitles, QWidget *parent)
    : QWidget(parent)
    , m_fleets(fleetTitles)
    , m_throughput(new TimelineChart(tr("Successful journeys a second, measured"), linesOf(fleetTitles)))
    , m_latency(new TimelineChart(tr("p95 of journeys in milliseconds, measured from the intended start"),
                                  linesOf(fleetTitles)))
    , m_instances(new TimelineChart(tr("Instances that run, measured"), countsOf(fleetTitles)))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(14, 8, 14, 4);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(2);
    grid->addWidget(heading(tr("Successful journeys / s, last 2 minutes")), 0, 0);
    grid->addWidget(heading(tr("p95 of a journey, ms")), 0, 1);
    grid->addWidget(heading(tr("Instances")), 0, 2);
    grid->addWidget(legend(), 0, 2, Qt::AlignRight);
    for (int column = 0; column < 3; ++column) {
        grid->addWidget(charts()[static_cast<size_t>(column)], 1, column);
        grid->setColumnStretch(column, column == 2 ? 3 : 4);
    }
    grid->setRowStretch(1, 1);
    setMinimumHeight(110);
}

QWidget *TimelinePanel::legend()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    for (const auto &title : m_fleets) {
        m_legend.push_back(heading(title));
        row->addWidget(m_legend.back());
    }
    return box;
}

void TimelinePanel::setTheme(const style::Theme &theme)
{
    for (auto *chart : charts())
        chart->setTheme(theme);
    for (size_t fleet = 0; fleet < m_legend.size(); ++fleet) {
        const bool first = fleet == 0;
        m_legend[fleet]->setText(u"<span style='color:%1'>%2</span> %3"_s.arg(
            theme.color(first ? Role::Monolith : Role::Microservices).name(), first ? u"━━"_s : u"━ ━"_s,
            m_fleets[static_cast<int>(fleet)].toHtmlEscaped()));
    }
}

void TimelinePanel::setFleetVisible(int fleet, bool visible)
{
    for (auto *chart : charts())
        chart->setLineVisible(fleet, visible);
    m_legend[static_cast<size_t>(fleet)]->setVisible(visible);
}

void TimelinePanel::markBoth(const Mark &mark)
{
    m_throughput->mark(mark);
    m_latency->mark({mark.at, {}, mark.role, mark.line}); // the same line, without the words
}

void TimelinePanel::mark(const services::platform::InstanceEvent &event, Mark mark)
{
    const auto health = wording::healthOf(event.entered);
    if (health == wording::Health::Neutral)
        return; // on its way: what comes of it is marked
    mark.role = wording::roleOf(health);
    mark.deed = wording::words(event.entered);
    if (health == wording::Health::Bad)
        mark.text = tr("%1: %2").arg(event.instance.value, mark.deed);
    markBoth(mark);
}

void TimelinePanel::mark(const services::platform::ScalingEvent &event, Mark mark)
{
    markBoth(mark);
    mark.text = tr("%1: %2 instances").arg(event.unit.value).arg(event.instances);
    if (event.utilisation > 0)
        mark.text = tr("%1, %2 % busy").arg(mark.text).arg(100 * event.utilisation, 0, 'f', 0);
    m_instances->mark(mark);
}

void TimelinePanel::mark(const services::platform::FaultEvent &event, Mark mark)
{
    if (event.fault.kind == model::operation::FaultKind::Crash)
        return; // who has crashed, and is back, says so
    mark.text = event.isLifted ? tr("Over: %1").arg(wordsOf(event.fault)) : wordsOf(event.fault);
    markBoth(mark);
}

void TimelinePanel::mark(const services::platform::DecisionEvent &event, Mark mark)
{
    const auto role = roleOf(event.decision.kind);
    if (!role.has_value())
        return;
    mark.role = *role;
    if (mark.role != Role::Good)
        mark.text = wordsOf(event);
    markBoth(mark);
}

void TimelinePanel::mark(const services::platform::PlatformEvent &event, int fleet)
{
    const Mark mark{event.at - *m_begin, {}, Role::SubtleText, fleet};
    std::visit(
        [&](const auto &what) {
            if constexpr (std::is_same_v<decltype(what), const std::monostate &>)
                markBoth({mark.at, event.words, mark.role, fleet});
            else
                this->mark(what, mark);
        },
        event.what);
}

void TimelinePanel::show(const services::platform::Snapshot &snapshot)
{
    if (!m_begin.has_value())
        m_begin = snapshot.at;
    for (const auto &event : snapshot.events) {
        const auto about
            = std::ranges::find(snapshot.fleets, event.fleet, &services::platform::FleetSnapshot::fleet);
        if (event.at >= *m_begin && about != snapshot.fleets.end())
            mark(event, static_cast<int>(about - snapshot.fleets.begin()));
    }
    if (snapshot.at - m_lastPoint < pointEvery)
        return;
    m_lastPoint = snapshot.at;
    std::vector<std::optional<double>> rates;
    std::vector<std::optional<double>> quantiles;
    std::vector<std::optional<double>> instances;
    for (const auto &fleet : snapshot.fleets) {
        const double succeeded = fleet.attempts.perSecond - fleet.attempts.failedPerSecond;
        rates.emplace_back(succeeded);
        const double p95 = std::chrono::duration<double, std::milli>(fleet.attempts.p95).count();
        quantiles.push_back(succeeded > 0 ? std::optional(p95) : std::nullopt);
        instances.emplace_back(fleet.cost.instances);
    }
    m_throughput->append(snapshot.at - *m_begin, rates);
    m_latency->append(snapshot.at - *m_begin, quantiles);
    m_instances->append(snapshot.at - *m_begin, instances);
}

} // namespace app::charts
