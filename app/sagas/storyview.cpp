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

// Who takes part, above the lifelines.
class StoryView::Names : public QWidget
{
public:
    explicit Names(QWidget *parent)
        : QWidget(parent)
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
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(rect(), m_theme.color(style::Role::Window));
        const Lifelines lines(rect());
        const double width = lines.gap() - 6;
        QFont names = font();
        names.setPointSizeF(names.pointSizeF() * 0.9);
        names.setWeight(QFont::DemiBold);
        painter.setFont(names);
        for (int party = 0; party < parties; ++party) {
            const auto who = static_cast<Party>(party);
            const QRectF box(lines.x(who) - width / 2, 1.5, width, height() - 4);
            painter.setPen(QPen(m_theme.color(style::Role::Border), 1));
            painter.setBrush(m_theme.color(style::Role::Raised));
            painter.drawRoundedRect(box, 6, 6);
            painter.setPen(m_theme.color(style::Role::Text));
            painter.drawText(
                box, Qt::AlignCenter,
                painter.fontMetrics().elidedText(title(who), Qt::ElideRight, static_cast<int>(width) - 6));
        }
    }

private:
    style::Theme m_theme;
};

StoryView::StoryView(QWidget *parent)
    : QListView(parent)
    , m_names(new Names(this))
    , m_painter(new BeatPainter(this))
{
    setItemDelegate(m_painter);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that the lifelines keep still
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setAccessibleName(tr("The order's life, step by step"));
    setMinimumWidth(560);
}

void StoryView::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    m_names->setTheme(theme);
    m_painter->setTheme(theme);
    viewport()->update();
}

void StoryView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    updateGeometries();
}

void StoryView::updateGeometries()
{
    setViewportMargins(0, heightOfNames, 0, 0);
    QListView::updateGeometries();
    const QRect place = viewport()->geometry();
    m_names->setGeometry(place.left(), place.top() - heightOfNames, place.width(), heightOfNames);
}

// The lifelines go on below the last step.
void StoryView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(style::Role::Border), 1));
        const Lifelines lines(viewport()->rect());
        for (int party = 0; party < parties; ++party) {
            const double x = lines.x(static_cast<Party>(party));
            painter.drawLine(QPointF(x, 0), QPointF(x, viewport()->height()));
        }
    }
    QListView::paintEvent(event);
}

} // namespace app::sagas
