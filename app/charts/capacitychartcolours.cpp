// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the parts of a CapacityChart look like.

#include "capacitychart.h"
#include "capacitywords.h"

#include <QChart>
#include <QGraphicsLineItem>
#include <QGraphicsRectItem>
#include <QGraphicsSimpleTextItem>
#include <QGraphicsTextItem>
#include <QLineSeries>
#include <QScatterSeries>
#include <QValueAxis>

namespace app::charts {

using style::Role;

namespace {

QColor fainter(QColor color, double share)
{
    color.setAlphaF(static_cast<float>(share));
    return color;
}

} // namespace

void CapacityChart::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    setBackgroundBrush(theme.color(Role::Window));
    chart()->setBackgroundBrush(theme.color(Role::Window));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    for (auto *each : {m_loads, m_times}) {
        each->setGridLinePen(QPen(theme.color(Role::Grid), 1));
        each->setLabelsColor(theme.color(Role::SubtleText));
        each->setLabelsFont(small);
        each->setTitleFont(small);
        each->setTitleBrush(theme.color(Role::SubtleText));
    }
    const QColor color = theme.color(m_role);
    m_mean->setPen(QPen(color, 2));
    m_p95->setPen(QPen(color, 1.5, Qt::DotLine));
    m_oneMore->setPen(QPen(fainter(color, 0.55), 1.5, Qt::DashLine));
    for (auto *past : {m_pastMeans, m_pastP95s}) {
        past->setColor(fainter(color, 0.35));
        past->setBorderColor(Qt::transparent);
    }
    dressNewest();
    m_limit->setPen(QPen(theme.color(Role::Warning), 1.5));
    m_limitWords->setDefaultTextColor(theme.color(Role::Warning));
    m_limitWords->setFont(small);
    m_now->setPen(QPen(theme.color(Role::SubtleText), 1, Qt::DotLine));
    m_nowWords->setBrush(theme.color(Role::SubtleText));
    m_nowWords->setFont(small);
    m_errorGround->setBrush(fainter(theme.color(Role::Window), 0.85));
    m_error->setBrush(theme.color(Role::Text));
    m_error->setFont(small);
    placeTexts();
}

// Hollow, when its times are not what the model means.
void CapacityChart::dressNewest()
{
    const QColor color = m_theme.color(m_role);
    const QColor ground = m_theme.color(Role::Window);
    const bool isHollow = m_newest.has_value() && !isComparable(*m_newest);
    for (auto *newest : {m_newestMean, m_newestP95}) {
        newest->setColor(isHollow ? ground : color);
        newest->setBorderColor(isHollow ? color : ground);
    }
}

} // namespace app::charts
