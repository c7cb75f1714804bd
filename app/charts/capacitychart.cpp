// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capacitychart.h"

#include "capacitywords.h"
#include "drops.h"
#include "roundup.h"

#include <QChart>
#include <QGraphicsLineItem>
#include <QGraphicsRectItem>
#include <QGraphicsSimpleTextItem>
#include <QGraphicsTextItem>
#include <QLineSeries>
#include <QScatterSeries>
#include <QTextDocument>
#include <QValueAxis>

#include <algorithm>

namespace app::charts {

using namespace Qt::StringLiterals;
using style::Role;

namespace {

constexpr size_t mostPast = 60;
constexpr double shown = 0.9; // of the limit: up to there the p95 has room
constexpr double mostAbove = 3; // times that room, for points that lie higher

QValueAxis *axis(const QString &title)
{
    auto *made = new QValueAxis;
    made->setTitleText(title);
    made->setTickType(QValueAxis::TicksDynamic);
    made->setTickAnchor(0);
    made->setLineVisible(false);
    made->setLabelFormat(u"%g"_s);
    return made;
}

} // namespace

CapacityChart::CapacityChart(QString title, Role role, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_title(std::move(title))
    , m_role(role)
    , m_loads(axis(tr("shoppers a second")))
    , m_times(axis(tr("ms a journey")))
{
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->setContentsMargins(-8, -8, -8, -8);
    chart()->setBackgroundRoundness(0);
    chart()->addAxis(m_loads, Qt::AlignBottom);
    chart()->addAxis(m_times, Qt::AlignLeft);
    m_loads->setGridLineVisible(false);
    m_oneMore = addCurve();
    m_p95 = addCurve();
    m_mean = addCurve();
    m_pastP95s = addPoints(5, false);
    m_pastMeans = addPoints(4, true);
    m_newestP95 = addPoints(10, false);
    m_newestMean = addPoints(10, true);
    m_limit = new QGraphicsLineItem(chart());
    m_limitWords = new QGraphicsTextItem(chart());
    m_limitWords->document()->setDocumentMargin(0);
    m_now = new QGraphicsLineItem(chart());
    m_nowWords = new QGraphicsSimpleTextItem(chart());
    m_errorGround = new QGraphicsRectItem(chart());
    m_errorGround->setPen(Qt::NoPen);
    m_error = new QGraphicsSimpleTextItem(chart());
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    leaveDropsToWindow(*this);
    setToolTip(tr("Lines: predicted by the model. Points: measured from the intended start."));
    setAccessibleName(m_title);
    connect(chart(), &QChart::plotAreaChanged, this, &CapacityChart::placeTexts);
    fitAxes();
}

QLineSeries *CapacityChart::addCurve()
{
    auto *curve = new QLineSeries(this);
    chart()->addSeries(curve);
    curve->attachAxis(m_loads);
    curve->attachAxis(m_times);
    return curve;
}

QScatterSeries *CapacityChart::addPoints(double size, bool isMean)
{
    auto *points = new QScatterSeries(this);
    points->setMarkerSize(size);
    points->setMarkerShape(isMean ? QScatterSeries::MarkerShapeCircle
                                  : QScatterSeries::MarkerShapeRotatedRectangle);
    chart()->addSeries(points);
    points->attachAxis(m_loads);
    points->attachAxis(m_times);
    return points;
}

void CapacityChart::show(const CapacityForecast &forecast)
{
    m_forecast = forecast;
    const auto draw = [](QLineSeries *series, const std::vector<CapacityForecast::Sample> &curve,
                         Milliseconds CapacityForecast::Sample::*time) {
        QList<QPointF> points;
        for (const auto &sample : curve)
            points << QPointF(sample.load, (sample.*time).count());
        series->replace(points);
    };
    draw(m_mean, forecast.now.curve, &CapacityForecast::Sample::mean);
    draw(m_p95, forecast.now.curve, &CapacityForecast::Sample::p95);
    draw(m_oneMore, forecast.oneMore.curve, &CapacityForecast::Sample::mean);
    fitAxes();
}

void CapacityChart::forget()
{
    m_forecast.reset();
    m_past.clear();
    m_newest.reset();
    for (auto *series : chart()->series())
        static_cast<QXYSeries *>(series)->clear();
    fitAxes();
}

void CapacityChart::add(const CapacityMeasurement &measurement)
{
    m_newest = measurement;
    m_past.push_back(measurement.latest);
    if (m_past.size() > mostPast)
        m_past.erase(m_past.begin());
    fitAxes();
}

void CapacityChart::setLoad(double shoppersPerSecond)
{
    if (m_load == shoppersPerSecond)
        return;
    m_load = shoppersPerSecond;
    fitAxes();
}

// The curve has no end above; what matters of it, and all points as far as they can be drawn beside it.
double CapacityChart::highest() const
{
    double room = 0;
    if (m_forecast.has_value()) {
        for (const auto &sample : m_forecast->now.curve) {
            if (sample.load <= shown * m_forecast->now.load)
                room = std::max(room, sample.p95.count());
        }
    }
    double measured = 0;
    for (const auto &sample : m_past)
        measured = std::max(measured, sample.p95.count());
    if (m_newest.has_value())
        measured = std::max(measured, m_newest->p95.measured.count());
    return room > 0 ? std::max(room, std::min(measured, mostAbove * room)) : measured;
}

void CapacityChart::fitAxes()
{
    double load = 1.1 * m_load;
    if (m_forecast.has_value())
        load = std::max({load, 1.4 * m_forecast->now.load, 1.1 * m_forecast->oneMore.load});
    for (const auto &sample : m_past)
        load = std::max(load, sample.load);
    load = std::max(load, 10.0);
    m_loads->setRange(0, load);
    m_loads->setTickInterval(roundUp(load / 6, {1, 2, 2.5, 5}));
    const double time = std::max(10.0, 1.1 * highest());
    m_times->setRange(0, time);
    m_times->setTickInterval(roundUp(time / 4, {1, 2, 2.5, 5}));
    m_pastMeans->clear();
    m_pastP95s->clear();
    m_newestMean->clear();
    m_newestP95->clear();
    for (const auto &sample : m_past) {
        m_pastMeans->append(pointOf(sample.load, sample.mean));
        m_pastP95s->append(pointOf(sample.load, sample.p95));
    }
    if (m_newest.has_value()) {
        m_newestMean->append(pointOf(m_newest->load, m_newest->mean.measured));
        m_newestP95->append(pointOf(m_newest->load, m_newest->p95.measured));
    }
    dressNewest();
    placeTexts();
    describe();
}

// Points above the chart lie on its upper edge; the words beside it say how high they are.
QPointF CapacityChart::pointOf(double load, Milliseconds time) const
{
    return {load, std::min(time.count(), m_times->max())};
}

QPointF CapacityChart::placeOf(double load, Milliseconds time) const
{
    const QRectF area = chart()->plotArea();
    const QPointF point = pointOf(load, time);
    return {area.left() + point.x() / m_loads->max() * area.width(),
            area.bottom() - point.y() / m_times->max() * area.height()};
}

void CapacityChart::placeTexts()
{
    const QRectF area = chart()->plotArea();
    const bool hasLimit = m_forecast.has_value() && m_forecast->now.load > 0;
    m_limit->setVisible(hasLimit);
    m_limitWords->setVisible(hasLimit);
    if (hasLimit) {
        const double x = placeOf(m_forecast->now.load, {}).x();
        m_limit->setLine(x, area.top(), x, area.bottom());
        QString words = limitWords(*m_forecast);
        m_limitWords->setPlainText(words.replace(u'/', u"/\u2060"_s)); // no line begins with the unit
        m_limitWords->setTextWidth(std::max(60.0, area.right() - x - 6));
        m_limitWords->setPos(x + 6, area.top());
    }
    const double now = placeOf(m_load, {}).x();
    m_now->setVisible(m_load > 0);
    m_now->setLine(now, area.top(), now, area.bottom());
    m_nowWords->setVisible(m_load > 0);
    m_nowWords->setText(tr("now %L1/s").arg(m_load, 0, 'f', 0));
    const bool isNearLimit = hasLimit && m_load > m_forecast->now.load / 2; // where curves and words are
    m_nowWords->setPos(isNearLimit ? now - 4 - m_nowWords->boundingRect().width() : now + 4, area.top());
    if (hasLimit && m_nowWords->sceneBoundingRect().intersects(m_limitWords->sceneBoundingRect()))
        m_nowWords->setY(m_limitWords->sceneBoundingRect().bottom());
    m_error->setVisible(m_newest.has_value() && isComparable(*m_newest));
    m_errorGround->setVisible(m_error->isVisible());
    if (m_newest.has_value() && isComparable(*m_newest)) {
        const auto point = placeOf(m_newest->load, m_newest->mean.measured);
        m_error->setText(percent(m_newest->mean.error()));
        m_error->setPos(point.x() + 10,
                        std::max(area.top(), point.y() - m_error->boundingRect().height() - 2));
        m_errorGround->setRect(m_error->sceneBoundingRect().adjusted(-2, 0, 2, 0));
    }
}

void CapacityChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    placeTexts();
}

void CapacityChart::describe()
{
    QStringList parts;
    if (m_forecast.has_value())
        parts << tr("Predicted: %1").arg(limitWords(*m_forecast)) << oneMoreWords(*m_forecast);
    if (m_newest.has_value())
        parts
            << tr("Mean at %1: %2").arg(extent(*m_newest), comparison(*m_newest, &CapacityMeasurement::mean));
    parts.removeAll(QString());
    setAccessibleDescription(parts.isEmpty() ? tr("Nothing is predicted yet") : parts.join(u". "_s));
}

} // namespace app::charts
