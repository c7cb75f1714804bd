// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a TimelineChart shows and tells of the moment that is looked at.

#include "timelinechart.h"

#include <app/wording/figures.h>

#include <QChart>
#include <QGraphicsLineItem>
#include <QLineSeries>

#include <algorithm>
#include <iterator>

namespace app::charts {

using namespace Qt::StringLiterals;

void TimelineChart::setCursor(const std::optional<Seconds> &moment)
{
    m_cursor = moment;
    placeCursor();
    describe();
}

void TimelineChart::placeCursor()
{
    m_cursorLine->setVisible(m_cursor.has_value() && *m_cursor >= m_now - span);
    if (!m_cursorLine->isVisible())
        return m_readout.hide();
    const QRectF area = chart()->plotArea();
    const double x = area.left() + (*m_cursor - (m_now - span)) / span * area.width();
    m_cursorLine->setLine(x, area.top(), x, area.bottom());
    QStringList lines;
    for (const auto &track : m_tracks) {
        if (track.visible)
            lines << wordsOf(track);
    }
    m_readout.show(lines, x, area);
}

std::optional<double> TimelineChart::shownValue(const Track &track) const
{
    if (!m_cursor.has_value())
        return track.open ? std::optional(track.pieces.back()->points().constLast().y()) : std::nullopt;
    for (const auto *piece : track.pieces) {
        const auto points = piece->points();
        const auto later = std::ranges::upper_bound(points, m_cursor->count(), {}, &QPointF::x);
        if (later != points.begin() && m_cursor->count() <= points.constLast().x())
            return std::prev(later)->y(); // of two at one moment, where it steps, the one it steps to
    }
    return {};
}

QString TimelineChart::wordsOf(const Track &track) const
{
    const auto value = shownValue(track);
    if (!value.has_value())
        return tr("%1 not measured").arg(track.line.name);
    return tr("%1 %L2").arg(track.line.name).arg(*value, 0, 'f', track.line.isCount ? 0 : 1);
}

void TimelineChart::describe()
{
    QStringList parts;
    for (const auto &track : m_tracks)
        parts << wordsOf(track);
    QString words = parts.join(u", "_s);
    if (m_cursor.has_value()) {
        const auto ago = std::chrono::duration_cast<std::chrono::nanoseconds>(m_now - *m_cursor);
        words = tr("%1 ago: %2").arg(wording::ago(ago), words);
    }
    setAccessibleDescription(words);
}

} // namespace app::charts
