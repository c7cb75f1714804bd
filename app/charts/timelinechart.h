// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cursorreadout.h"
#include "timelinemarks.h"

#include <app/style/theme.h>

#include <QChartView>
#include <QList>

#include <optional>
#include <vector>

class QGraphicsLineItem;
class QLineSeries;
class QValueAxis;

namespace app::charts {

// One measured figure of several fleets over the last minutes, as lines with gaps where nothing was measured,
// and the moments at which something was done. GUI thread.
class TimelineChart : public QChartView
{
    Q_OBJECT
public:
    using Seconds = TimelineMarks::Seconds; // since the run began

    struct Line
    {
        QString name;
        style::Role role = style::Role::Accent;
        Qt::PenStyle pen = Qt::SolidLine; // lines are told apart by more than their colour
        bool isCount = false; // steps from one whole number to another
    };

    TimelineChart(QString title, const std::vector<Line> &lines, QWidget *parent = nullptr);

    // One value a line, in the order of the lines; nothing: not measured at that moment.
    void append(Seconds at, const std::vector<std::optional<double>> &values);
    using Event = TimelineMarks::Event;
    void mark(const Event &event); // is to be seen from the next placeMarks() or append() on
    void placeMarks();
    void clear();
    // Another figure: without points and marks yet.
    void setLines(const QString &title, const std::vector<Line> &lines);
    // The moment that is looked at: a line there, and the values of then beside it; nothing: now.
    void setCursor(const std::optional<Seconds> &moment);
    void setTheme(const style::Theme &theme);
    static QPen penOf(const Line &line, const style::Theme &theme);
    void setLineVisible(int line, bool visible);
    int lines() const { return static_cast<int>(m_tracks.size()); }

    static constexpr Seconds span{120};

Q_SIGNALS:
    void pointedAt(app::charts::TimelineChart::Seconds moment); // by the mouse

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    struct Track
    {
        Line line;
        bool visible = true;
        std::vector<QLineSeries *> pieces; // a new piece after each gap
        bool open = false;
    };
    void addPoint(Track &track, Seconds at, double value);
    QLineSeries *newPiece(const Track &track);
    void forgetBefore(Seconds moment);
    void fitAxes();
    void placeCursor();
    // At the moment that is looked at, or the newest one; nothing: not measured.
    std::optional<double> shownValue(const Track &track) const;
    QString wordsOf(const Track &track) const;
    void pointAt(double x);
    void describe();
    double visibleMaximum() const;

    QString m_title;
    std::vector<Track> m_tracks;
    TimelineMarks m_marks;
    QValueAxis *m_time;
    QValueAxis *m_value;
    Seconds m_now{0};
    QGraphicsLineItem *m_cursorLine; // the chart's
    CursorReadout m_readout;
    std::optional<Seconds> m_cursor;
    style::Theme m_theme = style::Theme::light();
};

} // namespace app::charts
