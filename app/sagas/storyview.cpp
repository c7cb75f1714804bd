// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storyview.h"

#include "beatpainter.h"
#include "lifelines.h"

#include <QPainter>

namespace app::sagas {

namespace {

constexpr int heightOfNames = 24;

} // namespace

StoryView::StoryView(QWidget *parent)
    : HeadedList(heightOfNames, parent)
    , m_painter(new BeatPainter(this))
{
    setItemDelegate(m_painter);
    setAccessibleName(tr("The order's life, step by step"));
    setMinimumWidth(560);
}

void StoryView::setTheme(const style::Theme &theme)
{
    m_painter->setTheme(theme);
    HeadedList::setTheme(theme);
}

// Who takes part, above the lifelines.
void StoryView::paintHead(QPainter &painter, const QRectF &place) const
{
    const Lifelines lines(place);
    const double width = lines.gap() - 6;
    QFont names = font();
    names.setPointSizeF(names.pointSizeF() * 0.9);
    names.setWeight(QFont::DemiBold);
    painter.setFont(names);
    for (int party = 0; party < parties; ++party) {
        const auto who = static_cast<Party>(party);
        const QRectF box(lines.x(who) - width / 2, 1.5, width, place.height() - 4);
        painter.setPen(QPen(theme().color(style::Role::Border), 1));
        painter.setBrush(theme().color(style::Role::Raised));
        painter.drawRoundedRect(box, 6, 6);
        painter.setPen(theme().color(style::Role::Text));
        painter.drawText(
            box, Qt::AlignCenter,
            painter.fontMetrics().elidedText(title(who), Qt::ElideRight, static_cast<int>(width) - 6));
    }
}

// The lifelines go on below the last step.
void StoryView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme().color(style::Role::Border), 1));
        const Lifelines lines(viewport()->rect());
        for (int party = 0; party < parties; ++party) {
            const double x = lines.x(static_cast<Party>(party));
            painter.drawLine(QPointF(x, 0), QPointF(x, viewport()->height()));
        }
    }
    QListView::paintEvent(event);
}

} // namespace app::sagas
