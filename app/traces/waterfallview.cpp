// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "waterfallview.h"

#include "barpainter.h"

#include <app/wording/figures.h>

#include <QPainter>

namespace app::traces {

namespace {

constexpr int heightOfScale = 18;
constexpr int ticks = 4;

} // namespace

WaterfallView::WaterfallView(QWidget *parent)
    : HeadedList(heightOfScale, parent)
    , m_waterfall(new WaterfallModel(this))
    , m_painter(new BarPainter(this))
{
    setModel(m_waterfall);
    setItemDelegate(m_painter);
    setAccessibleName(tr("Waterfall of the request"));
    setMinimumWidth(260);
}

void WaterfallView::setTheme(const style::Theme &theme)
{
    m_painter->setTheme(theme);
    HeadedList::setTheme(theme);
}

void WaterfallView::show(const model::telemetry::Trace &trace,
                         const model::system::System &system,
                         const model::packaging::Packaging &packaging)
{
    m_waterfall->show(trace, system, packaging);
    redrawHead();
}

// Times above the bars.
void WaterfallView::paintHead(QPainter &painter, const QRectF &place) const
{
    if (m_waterfall->rowCount() == 0)
        return;
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    painter.setPen(theme().color(style::Role::SubtleText));
    const QRectF bars = BarPainter::barsIn(place);
    for (int tick = 0; tick <= ticks; ++tick) {
        const double x = bars.left() + bars.width() * tick / ticks;
        painter.drawText(QRectF(x, 0, bars.width() / ticks + 40, place.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         wording::milliseconds(m_waterfall->span() * tick / ticks));
    }
}

void WaterfallView::point(int span)
{
    const auto index = m_waterfall->index(span, 0);
    setCurrentIndex(index);
    scrollTo(index);
}

void WaterfallView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT chosen(current.row());
}

} // namespace app::traces
