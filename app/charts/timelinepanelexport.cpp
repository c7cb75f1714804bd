// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Taking the last minutes along.

#include "timelinepanel.h"
#include "timelinesvg.h"

#include <app/style/png.h>

#include <QChart>
#include <QComboBox>
#include <QDateTime>
#include <QImage>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace app::charts {

using namespace Qt::StringLiterals;
using style::Role;

namespace {

constexpr int sharp = 2; // pixels for each of the window's
constexpr int pictureWidth = 960;
constexpr int pictureMargin = 24;
constexpr int pictureLegend = 52;
constexpr int pictureTitle = 24;
constexpr int pictureChart = 170; // high
constexpr int pictureTimes = 30;

} // namespace

void TimelinePanel::buildExport()
{
    auto *menu = new QMenu(m_export);
    menu->addAction(tr("Table (CSV)"), this, [this] {
        Q_EMIT exportWanted(u"csv"_s, [table = m_history.toCsv(m_fleets)] { return table; });
    });
    menu->addAction(tr("Picture (PNG)"), this, [this] {
        Q_EMIT exportWanted(u"png"_s, [image = picture()] { return style::pngOf(image); });
    });
    menu->addAction(tr("Drawing (SVG)"), this,
                    [this] { Q_EMIT exportWanted(u"svg"_s, [svg = drawing()] { return svg; }); });
    m_export->setMenu(menu);
}

QImage TimelinePanel::picture()
{
    const int chartWithWords = pictureTitle + pictureChart + pictureTimes;
    const QSize size(pictureWidth, pictureLegend + static_cast<int>(m_slots.size()) * chartWithWords);
    QImage image(size * sharp, QImage::Format_RGB32);
    image.fill(m_theme.color(Role::Window));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(sharp, sharp);
    painter.setFont(font());
    paintLegend(painter);
    int top = pictureLegend;
    for (const auto &slot : m_slots) {
        painter.setPen(m_theme.color(Role::Text));
        painter.drawText(pictureMargin, top + 14, meaning(figureOf(slot)));
        TimelineChart chart({}, {}); // as large as a picture needs it, whatever room the panel has
        chart.setTheme(m_theme);
        chart.setFont(font());
        chart.resize(pictureWidth - 2 * pictureMargin, pictureChart);
        fill({slot.figure, &chart});
        const QPoint corner(pictureMargin, top + pictureTitle);
        chart.QWidget::render(&painter, corner, {}, DrawChildren);
        paintTimes(painter, chart.chart()->plotArea().translated(corner));
        top += chartWithWords;
    }
    return image;
}

// The lines of those that are shown, and until when the picture goes.
void TimelinePanel::paintLegend(QPainter &painter) const
{
    constexpr int baseline = 30;
    int left = pictureMargin;
    for (int fleet = 0; fleet < m_fleets.size(); ++fleet) {
        if (!m_visible[static_cast<size_t>(fleet)])
            continue;
        const auto line = linesOf(Figure::Throughput)[static_cast<size_t>(fleet)];
        painter.setPen(TimelineChart::penOf(line, m_theme));
        painter.drawLine(left, baseline - 5, left + 30, baseline - 5);
        painter.setPen(m_theme.color(Role::Text));
        painter.drawText(left + 38, baseline, line.name);
        left += 38 + painter.fontMetrics().horizontalAdvance(line.name) + 28;
    }
    const QString until = QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat);
    painter.setPen(m_theme.color(Role::SubtleText));
    painter.drawText(QRect(pictureMargin, baseline - 16, pictureWidth - 2 * pictureMargin, 22),
                     Qt::AlignRight | Qt::AlignVCenter, tr("The last two minutes until %1").arg(until));
}

void TimelinePanel::paintTimes(QPainter &painter, const QRectF &area) const
{
    painter.setPen(m_theme.color(Role::SubtleText));
    const auto span = static_cast<int>(TimelineChart::span.count());
    for (const int ago : {span, span / 2, 0}) {
        const double x = area.right() - area.width() * ago / span;
        const QString words = ago == 0 ? tr("now") : tr("%1 s ago").arg(ago);
        const double width = painter.fontMetrics().horizontalAdvance(words);
        const double left = ago == span ? x : ago == 0 ? x - width : x - width / 2;
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4));
        painter.drawText(QPointF(left, area.bottom() + 18), words);
    }
}

QByteArray TimelinePanel::drawing() const
{
    TimelineDrawing drawing;
    drawing.fleets = m_fleets;
    for (const auto &slot : m_slots)
        drawing.figures.push_back(figureOf(slot));
    drawing.deeds.assign(m_deeds.begin(), m_deeds.end());
    drawing.areShown = m_visible;
    return drawTimeline(drawing, m_history, m_theme);
}

} // namespace app::charts
