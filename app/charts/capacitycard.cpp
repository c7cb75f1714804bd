// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capacitycard.h"

#include "capacitychart.h"
#include "capacitywords.h"

#include <app/style/label.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

#include <algorithm>

namespace app::charts {

using namespace Qt::StringLiterals;

namespace {

constexpr int widthOfWords = 290;

// "Predicted limit: Catalogue: all 4 workers busy at 143/s. One more Catalogue: 143 → 168/s."
QString foreseen(const CapacityForecast &forecast)
{
    const QString more = oneMoreWords(forecast);
    return more.isEmpty() ? limitWords(forecast)
                          : CapacityCard::tr("Predicted limit: %1. %2").arg(limitWords(forecast), more);
}

bool isWell(const services::platform::InstanceSnapshot &instance)
{
    using enum services::runtime::InstanceState;
    const auto state = instance.status.state;
    return state == Healthy || state == Starting || state == Draining || state == Stopped;
}

} // namespace

CapacityCard::CapacityCard(const QString &title, style::Role role, QWidget *parent)
    : QWidget(parent)
    , m_chart(new CapacityChart(tr("%1: load against latency").arg(title), role))
    , m_title(title)
    , m_heading(style::label(title, "heading"))
    , m_mean(style::label({}, ""))
    , m_p95(style::label({}, ""))
    , m_caveat(style::label({}, "subtle"))
    , m_limit(style::label({}, "subtle"))
    , m_hops(style::label({}, "small"))
{
    m_heading->setToolTip(tr("Measured: the load, and for how long it rested"));
    for (auto *label : {m_mean, m_p95})
        label->setToolTip(tr("Predicted by the model, and measured from the intended start"));
    m_caveat->setToolTip(tr("Measured: attempts, and what they waited for a processor"));
    m_limit->setToolTip(tr("Predicted by the model"));
    m_hops->setToolTip(tr("Measured at the start of the program"));
    auto *words = new QWidget;
    auto *column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, 4, 0);
    column->setSpacing(3);
    for (auto *label : {m_heading, m_mean, m_p95, m_caveat, m_limit, m_hops})
        column->addWidget(label);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(widthOfWords);
    scroll->setAccessibleName(tr("%1: capacity in words").arg(title));
    scroll->setWidget(words);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_chart, 1);
    row->addWidget(scroll);
    say();
}

void CapacityCard::setTheme(const style::Theme &theme)
{
    m_chart->setTheme(theme);
}

void CapacityCard::expect(const std::optional<CapacityForecast> &forecast)
{
    m_forecast = forecast;
    m_measurement.reset();
    m_chart->forget();
    if (forecast.has_value())
        m_chart->show(*forecast);
    say();
}

void CapacityCard::add(const CapacityMeasurement &measurement)
{
    m_measurement = measurement;
    m_chart->add(measurement);
    say();
}

void CapacityCard::show(const services::platform::FleetSnapshot &fleet, double shoppersPerSecond)
{
    m_chart->setLoad(shoppersPerSecond);
    const bool isBroken = !fleet.faults.empty() || !std::ranges::all_of(fleet.instances, isWell);
    const bool isVisited = shoppersPerSecond > 0;
    if (isBroken == m_isBroken && isVisited == m_isVisited)
        return;
    m_isBroken = isBroken;
    m_isVisited = isVisited;
    say();
}

// Why there is no newer point than is shown; empty: there will be.
QString CapacityCard::progress() const
{
    if (!m_forecast.has_value())
        return tr("Measuring what a hop costs on this machine, to predict with…");
    if (m_isBroken)
        return tr("Not measured while something is broken.");
    if (!m_isVisited)
        return tr("Not measured: nobody comes.");
    return m_measurement.has_value() ? QString() : tr("Measuring: the load must rest for some seconds…");
}

void CapacityCard::say()
{
    const auto set = [](QLabel *label, const QString &words) {
        label->setText(words);
        label->setVisible(!words.isEmpty());
    };
    const bool isForeseen = m_forecast.has_value();
    set(m_limit, isForeseen ? foreseen(*m_forecast) : QString());
    set(m_hops, isForeseen ? hopWords(*m_forecast) : QString());
    const bool isMeasured = m_measurement.has_value();
    set(m_heading, isMeasured ? tr("%1 at %2").arg(m_title, extent(*m_measurement)) : m_title);
    set(m_mean,
        isMeasured ? tr("Mean: %1").arg(comparison(*m_measurement, &CapacityMeasurement::mean)) : QString());
    set(m_p95,
        isMeasured ? tr("p95: %1").arg(comparison(*m_measurement, &CapacityMeasurement::p95)) : QString());
    const QString news = progress();
    set(m_caveat, news.isEmpty() && isMeasured ? caveat(*m_measurement) : news);
}

} // namespace app::charts
