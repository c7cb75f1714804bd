// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelinesvg.h"

#include "timeline.h"

#include <QPointF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace services::experiment {

using namespace Qt::StringLiterals;

namespace {

constexpr double width = 920;
constexpr double height = 240;
constexpr double left = 56;
constexpr double right = 12;
constexpr double top = 12;
constexpr double bottom = 28;
constexpr int gridLines = 4;

double seconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

// Nothing where there is nothing to measure: the time of journeys when none succeeds.
std::optional<double> valueOf(const TimelineSlice &slice, Curve curve)
{
    return curve == Curve::P95 ? slice.p95Ms : slice.successesPerSecond;
}

// The next of 1, 2, 5, 10, 20, 50, ... so that the axis has round numbers.
double roundUp(double value)
{
    const double decade = std::pow(10.0, std::floor(std::log10(std::max(value, 1e-3))));
    for (const double step : {1.0, 2.0, 5.0, 10.0}) {
        if (value <= step * decade)
            return step * decade;
    }
    return 10 * decade;
}

// Where a moment and a value are on the picture.
struct Scale
{
    double lastSecond = 1;
    double highest = 1;

    double x(double second) const { return left + (width - left - right) * second / lastSecond; }
    double y(double value) const { return height - bottom - (height - top - bottom) * value / highest; }
};

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

QString grid(const Scale &scale, Curve curve)
{
    QString svg;
    for (int line = 0; line <= gridLines; ++line) {
        const double value = scale.highest * line / gridLines;
        const QString y = number(scale.y(value));
        svg += uR"(<line class="grid" x1="%1" y1="%3" x2="%2" y2="%3"/>)"_s.arg(number(left),
                                                                                number(width - right), y);
        svg += uR"(<text class="axis" x="%1" y="%2" text-anchor="end" dy="4">%3</text>)"_s.arg(
            number(left - 6), y, QString::number(value));
    }
    const int step = std::max(1, static_cast<int>(std::ceil(scale.lastSecond / 12)));
    for (int second = 0; second <= scale.lastSecond; second += step)
        svg += uR"(<text class="axis" x="%1" y="%2" text-anchor="middle">%3 s</text>)"_s
                   .arg(number(scale.x(second)), number(height - 8))
                   .arg(second);
    svg += u"<title>%1</title>"_s.arg(
        curve == Curve::P95 ? u"95th percentile of the time of journeys which succeeded, in ms, measured"_s
                            : u"Journeys which succeeded per second, measured"_s);
    return svg;
}

QString faultBands(const FleetRecord &record, std::size_t index, const Scale &scale)
{
    QString svg;
    for (const auto &fault : record.faults) {
        const double from = scale.x(seconds(fault.at - record.begin));
        const double to = scale.x(seconds(fault.healedAt.value_or(record.end) - record.begin));
        svg += uR"(<rect class="fault fleet-%1" x="%2" y="%3" width="%4" height="%5"><title>%6: %7</title></rect>)"_s
                   .arg(QString::number(index), number(from), number(top), number(std::max(1.0, to - from)),
                        number(height - top - bottom), record.title.toHtmlEscaped(),
                        fault.words.toHtmlEscaped());
        svg += uR"(<line class="crash" x1="%1" y1="%2" x2="%1" y2="%3"/>)"_s.arg(number(from), number(top),
                                                                                 number(height - bottom));
    }
    return svg;
}

QString polyline(const std::vector<QPointF> &points, std::size_t index)
{
    QStringList places;
    for (const auto &point : points)
        places.append(u"%1,%2"_s.arg(number(point.x()), number(point.y())));
    return uR"(<polyline class="curve fleet-%1" points="%2"/>)"_s.arg(QString::number(index),
                                                                      places.join(u' '));
}

// A line from each gap to the next.
QString curveLines(const Timeline &timeline, std::size_t index, Curve curve, const Scale &scale)
{
    QString svg;
    std::vector<QPointF> points;
    const auto draw = [&] {
        if (points.size() == 1) // a lone point has no length: it would not be seen
            points.emplace_back(points.front().x() + 2, points.front().y());
        if (!points.empty())
            svg += polyline(std::exchange(points, {}), index);
    };
    const double slice = seconds(timeline.slice);
    for (std::size_t position = 0; position < timeline.slices.size(); ++position) {
        const auto value = valueOf(timeline.slices[position], curve);
        if (value)
            points.emplace_back(scale.x((double(position) + 0.5) * slice), scale.y(*value));
        else
            draw();
    }
    draw();
    return svg;
}

} // namespace

QString timelineSvg(const std::vector<FleetRecord> &records, Curve curve)
{
    std::vector<Timeline> timelines;
    Scale scale;
    double highest = 0;
    for (const auto &record : records) {
        timelines.push_back(timelineOf(record));
        scale.lastSecond = std::max(scale.lastSecond, seconds(record.end - record.begin));
        for (const auto &slice : timelines.back().slices)
            highest = std::max(highest, valueOf(slice, curve).value_or(0));
    }
    scale.highest = roundUp(highest);

    QString svg = uR"(<svg class="timeline" viewBox="0 0 %1 %2" role="img">)"_s.arg(width).arg(height);
    svg += grid(scale, curve);
    for (std::size_t index = 0; index < records.size(); ++index)
        svg += faultBands(records[index], index, scale);
    for (std::size_t index = 0; index < records.size(); ++index)
        svg += curveLines(timelines[index], index, curve, scale);
    return svg + u"</svg>"_s;
}

} // namespace services::experiment
