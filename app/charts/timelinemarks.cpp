// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timelinemarks.h"

#include "labelrows.h"
#include "marklabel.h"

#include <QChart>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGraphicsLineItem>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace app::charts {

namespace {

constexpr double oneMoment = 8; // pixels: nearer lines cannot be told apart
constexpr double mostCovered = 0.6; // of the chart's height, by words
constexpr double inFront = 20; // of the curves
constexpr double margins = 16; // of words, on both sides together

} // namespace

TimelineMarks::TimelineMarks(QChart *chart)
    : m_chart(chart)
{
}

TimelineMarks::~TimelineMarks() = default;

void TimelineMarks::add(const Event &event)
{
    const auto later
        = std::ranges::upper_bound(m_marks, event.at, {}, [](const Mark &mark) { return mark.event.at; });
    const auto mark = m_marks.insert(later,
                                     Mark{event, std::make_unique<QGraphicsLineItem>(m_chart),
                                          std::make_unique<MarkLabel>(QString(), m_chart)});
    mark->line->setZValue(inFront);
    mark->label->setZValue(inFront + 1);
    dress(*mark);
}

void TimelineMarks::dress(const Mark &mark)
{
    mark.line->setPen(QPen(m_theme.color(mark.event.role), 1, Qt::DashLine));
    mark.label->setBrush(m_theme.color(mark.event.role));
    mark.label->setGround(m_theme.color(style::Role::Window));
    mark.label->setFont(m_font);
}

void TimelineMarks::setTheme(const style::Theme &theme, const QFont &font)
{
    m_theme = theme;
    m_font = font;
    for (const auto &mark : m_marks)
        dress(mark);
}

void TimelineMarks::forgetBefore(Seconds moment)
{
    std::erase_if(m_marks, [moment](const Mark &mark) { return mark.event.at < moment; });
}

std::vector<TimelineMarks::Group> TimelineMarks::placeLines(const View &view, const QRectF &area)
{
    std::vector<Group> groups; // the newest first
    for (auto mark = m_marks.rbegin(); mark != m_marks.rend(); ++mark) {
        const auto &event = mark->event;
        mark->label->setVisible(false);
        mark->line->setVisible(view.isShown(event.line));
        if (!mark->line->isVisible())
            continue;
        const double x = area.left() + (event.at - view.from) / (view.to - view.from) * area.width();
        mark->line->setLine(x, area.top(), x, area.bottom());
        if (event.text.isEmpty())
            continue;
        const auto same = std::ranges::find_if(groups, [&](const Group &group) {
            const auto &newest = group.newest->event;
            return !event.deed.isEmpty() && newest.deed == event.deed && newest.role == event.role
                && newest.line == event.line && group.moment - x <= oneMoment;
        });
        if (same == groups.end())
            groups.push_back({&*mark, x, 1});
        else
            ++same->count;
    }
    return groups;
}

void TimelineMarks::place(const View &view)
{
    const QRectF area = m_chart->plotArea();
    const auto groups = placeLines(view, area);
    std::vector<LabelWish> wishes;
    for (const auto &group : groups) {
        const auto &event = group.newest->event;
        const QString words = group.count == 1
            ? event.text
            : QCoreApplication::translate("app::charts", "%1 × %2").arg(group.count).arg(event.deed);
        const double room = std::max(group.moment - area.left(), area.right() - group.moment) - margins;
        group.newest->label->setText(QFontMetricsF(m_font).elidedText(words, Qt::ElideRight, room));
        wishes.push_back({group.moment, group.newest->label->boundingRect().width()});
    }
    const double rowHeight = QFontMetricsF(m_font).height() + 1;
    const int rows = std::max(1, static_cast<int>(std::floor(area.height() * mostCovered / rowHeight)));
    const auto places = placeLabels(wishes, {area.left(), area.right(), rows});
    for (std::size_t i = 0; i < groups.size(); ++i) {
        auto &label = *groups[i].newest->label;
        label.setVisible(places[i].has_value());
        if (places[i].has_value())
            label.setPos(places[i]->left + 2, area.top() + places[i]->row * rowHeight);
    }
}

} // namespace app::charts
