// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/style/theme.h>

#include <QFont>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

class QChart;
class QGraphicsLineItem;
class QRectF;

namespace app::charts {

class MarkLabel;

// The moments of a chart at which something was done: a dashed line each, and words beside it on a ground of
// their own, which no line crosses and no other words overlap. What happened to several at one moment is
// said once ("3 × crashed"). Older words make room for newer ones. GUI thread; the items belong to the chart.
class TimelineMarks
{
public:
    using Seconds = std::chrono::duration<double>; // since the run began

    struct Event
    {
        Seconds at{0};
        QString text; // empty: the line says enough
        style::Role role = style::Role::SubtleText;
        int line = 0; // of the chart; hidden with it
        QString deed = {}; // what the text says without whom: events with the same can be counted together
    };

    explicit TimelineMarks(QChart *chart);
    ~TimelineMarks();
    TimelineMarks(const TimelineMarks &) = delete;
    TimelineMarks &operator=(const TimelineMarks &) = delete;

    void add(const Event &event);
    void forgetBefore(Seconds moment);
    void setTheme(const style::Theme &theme, const QFont &font);

    struct View
    {
        Seconds from{0};
        Seconds to{0};
        std::function<bool(int line)> isShown;
    };
    // To be called whenever the chart's place or time has changed.
    void place(const View &view);

private:
    struct Mark
    {
        Event event;
        std::unique_ptr<QGraphicsLineItem> line;
        std::unique_ptr<MarkLabel> label;
    };
    // Marks of one deed at one moment, of which the newest carries the words.
    struct Group
    {
        Mark *newest = nullptr;
        double moment = 0; // in pixels
        int count = 0;
    };

    void dress(const Mark &mark);
    std::vector<Group> placeLines(const View &view, const QRectF &area);

    QChart *m_chart;
    std::vector<Mark> m_marks; // by age, the oldest first
    style::Theme m_theme = style::Theme::light();
    QFont m_font;
};

} // namespace app::charts
