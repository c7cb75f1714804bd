// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "callfigures.h"

#include "figurecard.h"

#include <app/style/label.h>
#include <app/wording/figures.h>

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace app::inspector {

using namespace Qt::StringLiterals;
using model::telemetry::BreakerState;
using style::label;

CallTotals totalsOf(const services::platform::FleetSnapshot &fleet, const Line &line)
{
    const auto isMeant = [&](const model::telemetry::LinkId &link) {
        return std::ranges::find(line.calls, model::operation::CallKey{link.from, link.to})
            != line.calls.end();
    };
    CallTotals totals;
    for (const auto &link : fleet.links) {
        if (!isMeant(link.link))
            continue;
        totals.perSecond += link.calls.perSecond;
        totals.failedPerSecond += link.calls.failedPerSecond;
        totals.p95 = std::max(totals.p95, link.calls.p95);
    }
    for (const auto &call : fleet.calls) {
        if (!isMeant(call.link))
            continue;
        totals.calls += call.calls;
        totals.failed += call.failed;
        totals.retries += call.retries;
        totals.stoppedByBreaker += call.stoppedByBreaker;
        totals.stoppedByBulkhead += call.stoppedByBulkhead;
        totals.fallbacks += call.fallbacks;
        totals.breaker = std::max(totals.breaker, call.breaker); // nothing is less than any state
    }
    return totals;
}

QString words(std::optional<BreakerState> breaker)
{
    if (!breaker.has_value())
        return CallFigures::tr("no breaker");
    switch (*breaker) {
    case BreakerState::Closed:
        return CallFigures::tr("breaker closed");
    case BreakerState::HalfOpen:
        return CallFigures::tr("breaker tries");
    case BreakerState::Open:
        break;
    }
    return CallFigures::tr("breaker open");
}

CallFigures::CallFigures(QWidget *parent)
    : QWidget(parent)
    , m_rate(label({}, "heading"))
    , m_p95(label({}, "heading"))
    , m_errors(label({}, "heading"))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(figureCard(tr("Calls"), m_rate, tr("Measured over the last second, repeats not counted")),
                   1);
    row->addWidget(figureCard(tr("p95"), m_p95,
                              tr("Measured: nineteen of twenty calls had their answer within this time")),
                   1);
    row->addWidget(
        figureCard(tr("Errors"), m_errors, tr("Measured: share of the last second's calls that failed")), 1);
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    grid->setHorizontalSpacing(10);
    grid->addWidget(label(tr("Since the start, measured"), "subtle"), 0, 0, 1, 4);
    m_counters = {{tr("Calls"), nullptr, &CallTotals::calls},
                  {tr("Failed"), nullptr, &CallTotals::failed},
                  {tr("Retries"), nullptr, &CallTotals::retries},
                  {tr("Fallbacks"), nullptr, &CallTotals::fallbacks},
                  {tr("By breaker"), nullptr, &CallTotals::stoppedByBreaker},
                  {tr("By bulkhead"), nullptr, &CallTotals::stoppedByBulkhead}};
    for (size_t index = 0; index < m_counters.size(); ++index) {
        auto &counter = m_counters[index];
        const int line = 1 + static_cast<int>(index / 2);
        const int column = 2 * static_cast<int>(index % 2);
        auto *name = label(counter.name, "subtle");
        name->setWordWrap(false);
        counter.figure = label({}, "heading");
        counter.figure->setWordWrap(false);
        name->setToolTip(tr("Measured, since the fleet has started"));
        counter.figure->setToolTip(name->toolTip());
        grid->addWidget(name, line, column);
        grid->addWidget(counter.figure, line, column + 1, Qt::AlignRight);
    }
    const QString refused = tr(
        "Measured, since the fleet has started: refused at once, without a call, and the callee was spared");
    m_counters[4].figure->setToolTip(refused);
    m_counters[5].figure->setToolTip(refused);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addLayout(grid);
}

void CallFigures::show(const CallTotals &totals)
{
    const bool any = totals.perSecond > 0;
    const QString nothing = u"–"_s;
    fill(*m_rate, tr("Calls"), wording::perSecond(totals.perSecond));
    fill(*m_p95, tr("p95"), any ? wording::milliseconds(totals.p95) : nothing);
    fill(*m_errors, tr("Errors"),
         any ? tr("%L1 %").arg(100 * totals.failedPerSecond / totals.perSecond, 0, 'f', 1) : nothing);
    for (const auto &counter : m_counters)
        fill(*counter.figure, counter.name, QLocale().toString(totals.*counter.value));
}

} // namespace app::inspector
