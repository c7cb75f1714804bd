// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "durationhistogram.h"

#include <app/wording/figures.h>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace app::traces {

using namespace Qt::StringLiterals;
using style::Role;

namespace {

constexpr int scaleHeight = 16;
constexpr int topMargin = 18; // for the words of what is chosen

QString briefTime(std::chrono::nanoseconds time)
{
    const double ms = std::chrono::duration<double, std::milli>(time).count();
    if (ms >= 1000)
        return DurationHistogram::tr("%1 s").arg(ms / 1000, 0, 'g', 3);
    return DurationHistogram::tr("%1 ms").arg(ms, 0, 'g', 3);
}

} // namespace

DurationHistogram::DurationHistogram(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::IBeamCursor);
    setAccessibleName(tr("How long requests took"));
    describe();
}

void DurationHistogram::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    update();
}

void DurationHistogram::show(const Glances &traces, const TraceFilter &filter)
{
    if (m_isDragging)
        return; // nothing moves below the mouse
    m_buckets = DurationBuckets(traces, filter);
    if (m_range.has_value() && m_buckets.total() > 0) { // the columns may have moved
        m_anchor = m_buckets.bucketOf(m_range->from);
        m_end = m_buckets.bucketOf(m_range->to);
    }
    describe();
    update();
}

void DurationHistogram::forgetRange()
{
    m_range.reset();
    m_anchor = m_end = -1;
    describe();
    update();
}

QRectF DurationHistogram::area() const
{
    return QRectF(rect()).adjusted(4, topMargin, -4, -scaleHeight);
}

int DurationHistogram::columnAt(double x) const
{
    const auto columns = static_cast<int>(m_buckets.buckets().size());
    const double share = (x - area().left()) / std::max(1.0, area().width());
    return std::clamp(static_cast<int>(share * columns), 0, columns - 1);
}

QRectF DurationHistogram::columnRect(int column) const
{
    const double width = area().width() / static_cast<double>(m_buckets.buckets().size());
    return {area().left() + column * width, area().top(), width, area().height()};
}

std::optional<TraceFilter::Range> DurationHistogram::rangeOfColumns() const
{
    return m_anchor < 0 ? std::nullopt : std::optional(m_buckets.range(m_anchor, m_end));
}

void DurationHistogram::choose(int anchor, int end)
{
    m_anchor = anchor;
    m_end = end;
    m_range = rangeOfColumns();
    describe();
    update();
}

void DurationHistogram::settle()
{
    Q_EMIT rangeChosen(m_range);
}

void DurationHistogram::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_buckets.total() == 0)
        return;
    m_isDragging = true;
    const int column = columnAt(event->position().x());
    choose(column, column);
}

void DurationHistogram::mouseMoveEvent(QMouseEvent *event)
{
    if (m_isDragging)
        choose(m_anchor, columnAt(event->position().x()));
}

void DurationHistogram::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && std::exchange(m_isDragging, false))
        settle();
}

void DurationHistogram::keyPressEvent(QKeyEvent *event)
{
    const auto last = static_cast<int>(m_buckets.buckets().size()) - 1;
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    int step = 0;
    if (event->key() == Qt::Key_Left)
        step = -1;
    else if (event->key() == Qt::Key_Right)
        step = 1;
    else if (event->key() == Qt::Key_Escape && m_range.has_value()) {
        forgetRange();
        return settle();
    }
    if (step == 0 || m_buckets.total() == 0)
        return QWidget::keyPressEvent(event);
    const int end = m_end < 0 ? (step > 0 ? 0 : last) : std::clamp(m_end + step, 0, last);
    choose(extends && m_anchor >= 0 ? m_anchor : end, end);
    settle();
}

QString DurationHistogram::rangeWords() const
{
    if (m_anchor < 0 || m_buckets.buckets().empty())
        return tr("all %1").arg(m_buckets.total());
    const auto [low, high] = std::minmax(m_anchor, m_end);
    int chosen = 0;
    for (int column = low; column <= high; ++column)
        chosen += m_buckets.buckets()[static_cast<size_t>(column)].all();
    return tr("%1 of %2: %3 to %4")
        .arg(chosen)
        .arg(m_buckets.total())
        .arg(briefTime(m_buckets.lowerBound(low)), briefTime(m_buckets.upperBound(high)));
}

void DurationHistogram::describe()
{
    setAccessibleDescription(tr("Requests by duration, measured; %1").arg(rangeWords()));
}

bool DurationHistogram::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto column = m_buckets.total() > 0 ? columnAt(help->pos().x()) : -1;
        const QString words = column < 0
            ? QString()
            : tr("%1 to %2: %3 served, %4 failed or degraded, measured")
                  .arg(briefTime(m_buckets.lowerBound(column)), briefTime(m_buckets.upperBound(column)))
                  .arg(m_buckets.buckets()[static_cast<size_t>(column)].well)
                  .arg(m_buckets.buckets()[static_cast<size_t>(column)].troubled);
        QToolTip::showText(help->globalPos(), words, this);
        return true;
    }
    return QWidget::event(event);
}

void DurationHistogram::paintColumns(QPainter &painter) const
{
    const double highest = std::max(1, m_buckets.highest());
    for (int column = 0; column < static_cast<int>(m_buckets.buckets().size()); ++column) {
        const auto &bucket = m_buckets.buckets()[static_cast<size_t>(column)];
        if (bucket.all() == 0)
            continue;
        const QRectF place = columnRect(column).adjusted(0.5, 0, -0.5, 0);
        const double height = std::max(2.0, place.height() * bucket.all() / highest);
        const double troubled = height * bucket.troubled / bucket.all();
        const QRectF whole(place.left(), place.bottom() - height, place.width(), height);
        painter.fillRect(whole, m_theme.color(Role::Accent));
        if (bucket.troubled > 0) {
            const QRectF bad(whole.left(), whole.top(), whole.width(), std::max(2.0, troubled));
            painter.fillRect(bad, m_theme.color(Role::Window));
            painter.fillRect(bad, QBrush(m_theme.color(Role::Bad), Qt::Dense3Pattern));
        }
    }
}

void DurationHistogram::paintScale(QPainter &painter) const
{
    painter.setPen(m_theme.color(Role::SubtleText));
    const auto columns = static_cast<int>(m_buckets.buckets().size());
    for (int column = 0; column < columns; column += DurationBuckets::perTenfold) {
        const QRectF place = columnRect(column);
        painter.drawLine(QPointF(place.left(), area().bottom()), QPointF(place.left(), area().bottom() + 3));
        painter.drawText(QRectF(place.left() + 2, area().bottom() + 1, 80, scaleHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, briefTime(m_buckets.lowerBound(column)));
    }
}

void DurationHistogram::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Window));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    painter.setPen(m_theme.color(Role::SubtleText));
    painter.drawText(QRectF(4, 0, width() - 8, topMargin), Qt::AlignLeft | Qt::AlignVCenter,
                     m_buckets.total() == 0 ? tr("No request yet") : rangeWords());
    if (m_buckets.total() > 0) {
        if (m_anchor >= 0)
            painter.fillRect(columnRect(m_anchor).united(columnRect(m_end)), m_theme.color(Role::AccentFill));
        paintColumns(painter);
        painter.setPen(QPen(m_theme.color(Role::Border), 1));
        painter.drawLine(area().bottomLeft(), area().bottomRight());
        paintScale(painter);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(Role::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

} // namespace app::traces
