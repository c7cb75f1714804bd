// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelinechart.h"

#include "drops.h"
#include "roundup.h"

#include <app/style/label.h>

#include <QChart>
#include <QGraphicsLineItem>
#include <QLineSeries>
#include <QMouseEvent>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace app::charts {

using namespace Qt::StringLiterals;

namespace {

constexpr double inFrontOfMarks = 30;

} // namespace

TimelineChart::TimelineChart(QString title, const std::vector<Line> &lines, QWidget *parent)
    : QChartView(new QChart, parent)
    , m_title(std::move(title))
    , m_marks(chart())
    , m_time(new QValueAxis(this))
    , m_value(new QValueAxis(this))
    , m_cursorLine(new QGraphicsLineItem(chart()))
    , m_readout(chart())
{
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->setContentsMargins(-8, -8, -8, -8);
    chart()->setBackgroundRoundness(0);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_value, Qt::AlignLeft);
    m_time->setVisible(false);
    m_value->setTickCount(3);
    m_value->setLineVisible(false);
    m_value->setLabelFormat(u"%g"_s);
    for (const auto &line : lines)
        m_tracks.push_back({line, true, {}, false});
    m_cursorLine->setZValue(inFrontOfMarks);
    m_cursorLine->hide();
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    leaveDropsToWindow(*this);
    setAccessibleName(m_title);
    setToolTip(style::tip(m_title)); // which says that it is measured
    fitAxes();
}

void TimelineChart::append(Seconds at, const std::vector<std::optional<double>> &values)
{
    m_now = at;
    for (size_t index = 0; index < m_tracks.size() && index < values.size(); ++index) {
        if (values[index].has_value())
            addPoint(m_tracks[index], at, *values[index]);
        else
            m_tracks[index].open = false;
    }
    forgetBefore(at - span);
    fitAxes();
    placeMarks();
    describe();
}

void TimelineChart::addPoint(Track &track, Seconds at, double value)
{
    if (!track.open)
        track.pieces.push_back(newPiece(track));
    auto *piece = track.pieces.back();
    if (track.open && track.line.isCount && piece->points().constLast().y() != value)
        piece->append(at.count(), piece->points().constLast().y());
    track.open = true;
    piece->append(at.count(), value);
}

QPen TimelineChart::penOf(const Line &line, const style::Theme &theme)
{
    QPen pen(theme.color(line.role), 2, line.pen, Qt::FlatCap);
    if (line.pen == Qt::DotLine)
        pen.setWidthF(1.5);
    if (line.pen == Qt::DashLine)
        pen.setDashPattern({5, 1.5}); // still a line where it is steep
    return pen;
}

QLineSeries *TimelineChart::newPiece(const Track &track)
{
    auto *piece = new QLineSeries(this);
    piece->setPen(penOf(track.line, m_theme));
    piece->setVisible(track.visible);
    chart()->addSeries(piece);
    piece->attachAxis(m_time);
    piece->attachAxis(m_value);
    return piece;
}

void TimelineChart::mark(const Event &event)
{
    m_marks.add(event);
}

void TimelineChart::clear()
{
    forgetBefore(Seconds::max());
    for (auto &track : m_tracks)
        track.open = false;
    m_now = Seconds(0);
    fitAxes();
}

void TimelineChart::setLines(const QString &title, const std::vector<Line> &lines)
{
    clear();
    m_title = title;
    setAccessibleName(m_title);
    setToolTip(style::tip(m_title)); // which says that it is measured
    m_tracks.clear();
    for (const auto &line : lines)
        m_tracks.push_back({line, true, {}, false});
    fitAxes();
}

void TimelineChart::pointAt(double x)
{
    const QRectF area = chart()->plotArea();
    const double share = std::clamp((x - area.left()) / std::max(1.0, area.width()), 0.0, 1.0);
    Q_EMIT pointedAt(m_now - span + share * span);
}

void TimelineChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        pointAt(event->position().x());
}

void TimelineChart::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        pointAt(event->position().x());
}

void TimelineChart::mouseReleaseEvent(QMouseEvent * /*event*/) { }

void TimelineChart::forgetBefore(Seconds moment)
{
    for (auto &track : m_tracks) {
        std::erase_if(track.pieces, [&](QLineSeries *piece) {
            const auto points = piece->points();
            const auto kept
                = std::ranges::find_if(points, [&](QPointF point) { return point.x() >= moment.count(); });
            piece->removePoints(0, static_cast<int>(kept - points.begin()));
            const bool empty = piece->points().isEmpty();
            if (empty) {
                chart()->removeSeries(piece);
                delete piece;
            }
            return empty;
        });
        track.open = track.open && !track.pieces.empty();
    }
    m_marks.forgetBefore(moment);
}

double TimelineChart::visibleMaximum() const
{
    double maximum = 0;
    for (const auto &track : m_tracks) {
        for (const auto *piece : track.pieces) {
            if (!track.visible)
                continue;
            for (const auto &point : piece->points())
                maximum = std::max(maximum, point.y());
        }
    }
    return maximum;
}

void TimelineChart::fitAxes()
{
    m_time->setRange((m_now - span).count(), m_now.count());
    const bool areCounts
        = std::ranges::all_of(m_tracks, [](const Track &track) { return track.line.isCount; });
    const double maximum = visibleMaximum();
    // The middle one of three ticks is a whole number too.
    m_value->setRange(0, areCounts ? 2 * std::ceil((maximum + 1) / 2) : roundUp(maximum * 1.1));
}

void TimelineChart::placeMarks()
{
    m_marks.place(
        {m_now - span, m_now, [this](int line) { return m_tracks[static_cast<size_t>(line)].visible; }});
    placeCursor();
}

void TimelineChart::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    setBackgroundBrush(theme.color(style::Role::Window));
    chart()->setBackgroundBrush(theme.color(style::Role::Window));
    m_value->setGridLinePen(QPen(theme.color(style::Role::Grid), 1));
    m_value->setLabelsColor(theme.color(style::Role::SubtleText));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    m_value->setLabelsFont(small);
    m_cursorLine->setPen(QPen(theme.color(style::Role::Text), 1.5));
    m_readout.setTheme(theme, small);
    for (const auto &track : m_tracks) {
        for (auto *piece : track.pieces)
            piece->setPen(penOf(track.line, theme));
    }
    m_marks.setTheme(theme, small);
}

void TimelineChart::setLineVisible(int line, bool visible)
{
    auto &track = m_tracks[static_cast<size_t>(line)];
    track.visible = visible;
    for (auto *piece : track.pieces)
        piece->setVisible(visible);
    fitAxes();
    placeMarks();
}

void TimelineChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    placeMarks();
}

} // namespace app::charts
