// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "livefigures.h"

#include "figurecard.h"
#include "sparkline.h"

#include <app/style/label.h>
#include <app/wording/figures.h>

#include <QLabel>
#include <QVBoxLayout>

namespace app::inspector {

using namespace Qt::StringLiterals;
using style::label;

LiveFigures::LiveFigures(QWidget *parent)
    : QWidget(parent)
    , m_requests(label({}, "heading"))
    , m_p95(label({}, "heading"))
    , m_errors(label({}, "heading"))
    , m_sparkline(new Sparkline)
{
    m_sparkline->setAccessibleName(tr("Requests per second over the last minute"));
    m_sparkline->setToolTip(tr("Requests per second over the last minute, measured"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(figureCard(tr("Requests"), m_requests, tr("Measured over the last second")), 1);
    row->addWidget(figureCard(tr("p95"), m_p95,
                              tr("Measured: nineteen of twenty requests were served within this time")),
                   1);
    row->addWidget(
        figureCard(tr("Errors"), m_errors, tr("Measured: share of the last second's requests that failed")),
        1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_sparkline);
}

void LiveFigures::setTheme(const style::Theme &theme)
{
    m_sparkline->setTheme(theme);
}

void LiveFigures::show(const UnitTotals &totals)
{
    const double requests = totals.requestsPerSecond;
    const QString nothing = u"–"_s;
    fill(*m_requests, tr("Requests"), wording::perSecond(requests));
    fill(*m_p95, tr("p95"), requests > 0 ? wording::milliseconds(totals.p95) : nothing);
    fill(*m_errors, tr("Errors"),
         requests > 0 ? tr("%L1 %").arg(100 * totals.failedPerSecond / requests, 0, 'f', 1) : nothing);
}

void LiveFigures::showPast(std::deque<double> requestsPerSecond)
{
    m_sparkline->show(std::move(requestsPerSecond));
}

} // namespace app::inspector
