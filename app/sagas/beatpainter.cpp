// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "beatpainter.h"

#include "lifelines.h"
#include "storymodel.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace app::sagas {

using namespace Qt::StringLiterals;
using style::Role;

namespace {

constexpr int heightOfBeat = 19;
constexpr double besideLine = 9; // words from a lifeline

QFont smallOf(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

} // namespace

QColor BeatPainter::colorOf(Manner manner) const
{
    switch (manner) {
    case Manner::Forward:
        return m_theme.color(Role::Good);
    case Manner::Undoing:
        return m_theme.color(Role::Warning);
    case Manner::Failed:
        return m_theme.color(Role::Bad);
    case Manner::Waiting:
        return m_theme.color(Role::Neutral);
    case Manner::Note:
        break;
    }
    return m_theme.color(Role::Accent);
}

void BeatPainter::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *story = qobject_cast<const StoryModel *>(index.model());
    if (story == nullptr)
        return;
    const auto &beat = story->beat(index.row());
    const QRectF row = option.rect;
    const Lifelines lines(row);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const QColor ground = m_theme.color(isChosen ? Role::AccentFill : Role::Window);
    painter->fillRect(row, ground);
    painter->setPen(QPen(m_theme.color(Role::Border), 1));
    for (int party = 0; party < parties; ++party) {
        const double x = lines.x(static_cast<Party>(party));
        painter->drawLine(QPointF(x, row.top()), QPointF(x, row.bottom() + 1));
    }
    painter->setFont(smallOf(option.font));
    painter->setPen(m_theme.color(Role::SubtleText));
    painter->drawText(QRectF(row.left() + 2, row.top(), Lifelines::timeWidth - 8, row.height()),
                      Qt::AlignRight | Qt::AlignVCenter, story->time(index.row()));
    const double y = row.center().y();
    if (beat.from == beat.to)
        paintMark(*painter, beat, {lines.x(beat.from), y});
    else
        paintArrow(*painter, beat, lines.x(beat.from), lines.x(beat.to), y);
    paintWords(*painter, beat, row, ground);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.color(Role::Accent), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(row.adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
    }
    painter->restore();
}

void BeatPainter::paintArrow(QPainter &painter, const Beat &beat, double from, double to, double y) const
{
    const QColor color = colorOf(beat.manner);
    const double way = to > from ? 1 : -1;
    QPen pen(color, 1.7);
    pen.setCapStyle(Qt::FlatCap);
    if (beat.manner == Manner::Undoing)
        pen.setDashPattern({4, 2.5});
    else if (beat.manner == Manner::Waiting)
        pen.setDashPattern({1, 2});
    const double tip = beat.manner == Manner::Failed ? (from + to) / 2 + way * 14 : to - way * 1;
    painter.setPen(pen);
    painter.drawLine(QPointF(from + way * 2, y),
                     QPointF(tip - way * (beat.manner == Manner::Waiting ? 7 : 4), y));
    painter.setPen(QPen(color, 1.7));
    painter.setBrush(color);
    const QPointF end(tip, y);
    switch (beat.manner) {
    case Manner::Failed: // on the way, or at its end: it did not come about
        painter.drawLine(end + QPointF(-4, -4), end + QPointF(4, 4));
        painter.drawLine(end + QPointF(-4, 4), end + QPointF(4, -4));
        break;
    case Manner::Undoing:
        painter.drawPolyline(QPolygonF{end + QPointF(-way * 8, -5), end, end + QPointF(-way * 8, 5)});
        break;
    case Manner::Waiting:
        painter.setBrush(m_theme.color(Role::Window));
        painter.drawEllipse(end + QPointF(-way * 4, 0), 3, 3);
        break;
    case Manner::Forward:
    case Manner::Note:
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(QPolygonF{end, end + QPointF(-way * 8, -4.5), end + QPointF(-way * 8, 4.5)});
        break;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(from, y), 2.5, 2.5);
}

void BeatPainter::paintMark(QPainter &painter, const Beat &beat, QPointF at) const
{
    const QColor color = colorOf(beat.manner);
    painter.setPen(QPen(color, 1.7));
    painter.setBrush(beat.manner == Manner::Waiting ? m_theme.color(Role::Window) : color);
    if (beat.manner == Manner::Undoing)
        painter.drawPolygon(
            QPolygonF{at + QPointF(-4.5, 0), at + QPointF(3.5, -4.5), at + QPointF(3.5, 4.5)});
    else if (beat.manner == Manner::Failed)
        painter.drawPolygon(
            QPolygonF{at + QPointF(0, -5), at + QPointF(5, 0), at + QPointF(0, 5), at + QPointF(-5, 0)});
    else
        painter.drawRect(QRectF(at.x() - 3.5, at.y() - 3.5, 7, 7));
}

// On the side of the arrow where there is more room.
void BeatPainter::paintWords(QPainter &painter,
                             const Beat &beat,
                             const QRectF &row,
                             const QColor &ground) const
{
    const Lifelines lines(row);
    const double left = std::min(lines.x(beat.from), lines.x(beat.to)) - besideLine;
    const double right = std::max(lines.x(beat.from), lines.x(beat.to)) + besideLine;
    const double start = row.left() + Lifelines::timeWidth;
    const bool isRight = row.right() - right >= left - start;
    const double room = isRight ? row.right() - right - 2 : left - start;
    const QFontMetricsF metrics(painter.font());
    const QString words = metrics.elidedText(beat.words, Qt::ElideRight, room);
    const double width = metrics.horizontalAdvance(words);
    const QRectF place(isRight ? right : left - width, row.top() + 1, width, row.height() - 2);
    painter.fillRect(place.adjusted(-2, 0, 2, 0), ground);
    const bool isPlain = beat.manner == Manner::Forward || beat.manner == Manner::Note;
    painter.setPen(isPlain ? m_theme.color(Role::Text) : colorOf(beat.manner));
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words);
}

QSize BeatPainter::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {0, std::max(heightOfBeat, QFontMetrics(smallOf(option.font)).height() + 5)};
}

} // namespace app::sagas
