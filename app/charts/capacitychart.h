// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "capacityforecast.h"

#include <app/style/theme.h>

#include <QChartView>

#include <optional>

class QGraphicsLineItem;
class QGraphicsRectItem;
class QGraphicsTextItem;
class QGraphicsSimpleTextItem;
class QLineSeries;
class QScatterSeries;
class QValueAxis;

namespace app::charts {

// Load against latency of one fleet: the predicted curves of mean and p95 up to the limit, which is a line
// that names the bottleneck; what one more of it would change; and the points that were measured, the newest
// of them with its error. GUI thread.
class CapacityChart : public QChartView
{
    Q_OBJECT
public:
    CapacityChart(QString title, style::Role role, QWidget *parent = nullptr);

    // Points of another configuration are forgotten.
    void show(const CapacityForecast &forecast);
    void forget(); // what was predicted and measured: the fleet is another one
    void add(const CapacityMeasurement &measurement);
    void setLoad(double shoppersPerSecond); // at the moment
    void setTheme(const style::Theme &theme);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QLineSeries *addCurve();
    QScatterSeries *addPoints(double size, bool isMean);
    void fitAxes();
    void dressNewest();
    void placeTexts();
    void describe();
    double highest() const;
    QPointF placeOf(double load, Milliseconds time) const;
    QPointF pointOf(double load, Milliseconds time) const;

    QString m_title;
    style::Role m_role;
    std::optional<CapacityForecast> m_forecast;
    std::vector<CapacityForecast::Sample> m_past; // each some seconds, the oldest first
    std::optional<CapacityMeasurement> m_newest;
    double m_load = 0;
    QValueAxis *m_loads;
    QValueAxis *m_times;
    QLineSeries *m_oneMore;
    QLineSeries *m_p95;
    QLineSeries *m_mean;
    QScatterSeries *m_pastMeans;
    QScatterSeries *m_pastP95s;
    QScatterSeries *m_newestMean;
    QScatterSeries *m_newestP95;
    QGraphicsLineItem *m_limit;
    QGraphicsTextItem *m_limitWords;
    QGraphicsLineItem *m_now;
    QGraphicsSimpleTextItem *m_nowWords;
    QGraphicsRectItem *m_errorGround;
    QGraphicsSimpleTextItem *m_error;
    style::Theme m_theme = style::Theme::light();
};

} // namespace app::charts
