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

// Times above the bars.
class WaterfallView::Scale : public QWidget
{
public:
    Scale(WaterfallModel &waterfall, QWidget *parent)
        : QWidget(parent)
        , m_waterfall(waterfall)
    {
    }
    void setTheme(const style::Theme &theme)
    {
        m_theme = theme;
        update();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(style::Role::Window));
        if (m_waterfall.rowCount() == 0)
            return;
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.85);
        painter.setFont(small);
        painter.setPen(m_theme.color(style::Role::SubtleText));
        const QRectF bars = BarPainter::barsIn(rect());
        for (int tick = 0; tick <= ticks; ++tick) {
            const double x = bars.left() + bars.width() * tick / ticks;
            painter.drawText(QRectF(x, 0, bars.width() / ticks + 40, height()),
                             Qt::AlignLeft | Qt::AlignVCenter,
                             wording::milliseconds(m_waterfall.span() * tick / ticks));
        }
    }

private:
    WaterfallModel &m_waterfall;
    style::Theme m_theme;
};

WaterfallView::WaterfallView(QWidget *parent)
    : QListView(parent)
    , m_waterfall(new WaterfallModel(this))
    , m_scale(new Scale(*m_waterfall, this))
    , m_painter(new BarPainter(this))
{
    setModel(m_waterfall);
    setItemDelegate(m_painter);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that the bars keep still
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setAccessibleName(tr("Waterfall of the request"));
    setMinimumWidth(260);
}

void WaterfallView::setTheme(const style::Theme &theme)
{
    m_scale->setTheme(theme);
    m_painter->setTheme(theme);
    viewport()->update();
}

void WaterfallView::show(const model::telemetry::Trace &trace, const model::system::System &system)
{
    m_waterfall->show(trace, system);
    m_scale->update();
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

void WaterfallView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    updateGeometries();
}

void WaterfallView::updateGeometries()
{
    setViewportMargins(0, heightOfScale, 0, 0);
    QListView::updateGeometries();
    const QRect place = viewport()->geometry();
    m_scale->setGeometry(place.left(), place.top() - heightOfScale, place.width(), heightOfScale);
}

} // namespace app::traces
