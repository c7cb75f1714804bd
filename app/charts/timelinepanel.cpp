// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelinepanel.h"

#include <app/wording/figures.h>
#include <app/wording/health.h>

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

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
QString wordsOf(const services::platform::PlatformEvent &event)
{
    const auto &link = event.link;
    const QString callee = link.to.capability.value;
    const QString call = u"from %1 to %2 %3 "_s.arg(link.from.value, callee, link.to.operation);
    QString words = event.words;
    if (!words.contains(call))
        return words;
    words.remove(call);
    if (words.startsWith(event.subject + u": "_s))
        words = words.mid(event.subject.size() + 2);
    return u"%1 → %2: %3"_s.arg(link.from.value, callee, words);
}

// "Payments hangs" of "injected hang:payments@microservices: payments hangs (microservices)"; nothing: it is
// no such event.
QString faultIn(const services::platform::PlatformEvent &event)
{
    const QString start = u"injected %1: "_s.arg(event.subject);
    if (!event.words.startsWith(start))
        return {};
    QString words = event.words.mid(start.size());
    words.remove(u" (%1)"_s.arg(event.fleet.value));
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

void TimelinePanel::markScaling(const services::platform::PlatformEvent &event, int fleet)
{
    const auto at = event.at - *m_begin;
    const QString words = tr("%1: %2 instances").arg(event.subject).arg(event.instances);
    const QString why = tr("%1, %2 % busy").arg(words).arg(100 * event.utilisation, 0, 'f', 0);
    m_throughput->mark({at, {}, Role::SubtleText, fleet});
    m_latency->mark({at, {}, Role::SubtleText, fleet});
    m_instances->mark({at, event.utilisation > 0 ? why : words, Role::SubtleText, fleet});
}

void TimelinePanel::mark(const services::platform::PlatformEvent &event, int fleet)
{
    const auto at = event.at - *m_begin;
    if (event.decision.has_value()) {
        const auto role = roleOf(*event.decision);
        if (!role.has_value())
            return;
        const QString words = *role == Role::Good ? QString() : wordsOf(event);
        m_throughput->mark({at, words, *role, fleet});
        m_latency->mark({at, {}, *role, fleet});
        return;
    }
    if (event.instances > 0)
        return markScaling(event, fleet);
    if (!event.state.has_value()) {
        const QString words = wordsOfDeed(event);
        m_throughput->mark({at, words, Role::SubtleText, fleet});
        m_latency->mark({at, {}, Role::SubtleText, fleet});
        return;
    }
    const auto health = wording::healthOf(*event.state);
    if (health == wording::Health::Neutral)
        return; // on its way: what comes of it is marked
    const auto role = wording::roleOf(health);
    const QString deed = wording::words(*event.state);
    const QString words = tr("%1: %2").arg(event.subject, deed);
    m_throughput->mark({at, health == wording::Health::Bad ? words : QString(), role, fleet, deed});
    m_latency->mark({at, {}, role, fleet});
}

QString TimelinePanel::wordsOfDeed(const services::platform::PlatformEvent &event)
{
    if (event.subject.startsWith(u"crash:"))
        return {}; // who has crashed, and is back, says so
    if (const QString fault = faultIn(event); !fault.isEmpty()) {
        m_faults.insert(event.subject, fault);
        return fault;
    }
    const QString over = m_faults.take(event.subject);
    return over.isEmpty() ? event.words : tr("Over: %1").arg(over);
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
