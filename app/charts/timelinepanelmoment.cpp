// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Going back to a moment.

#include "timelinepanel.h"

#include <app/wording/figures.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace app::charts {

void TimelinePanel::goTo(Seconds moment)
{
    const auto &points = m_history.points();
    if (points.empty())
        return;
    const auto nearest = std::ranges::min_element(
        points, {}, [&](const auto &point) { return std::abs((point.at - moment).count()); });
    if (nearest->at == points.back().at)
        return backToNow();
    if (m_moment == nearest->at)
        return;
    m_moment = nearest->at;
    showMoment();
    Q_EMIT momentChosen(*m_begin + std::chrono::duration_cast<std::chrono::nanoseconds>(*m_moment));
}

void TimelinePanel::backToNow()
{
    const bool wasBack = std::exchange(m_moment, std::nullopt).has_value();
    showMoment();
    if (wasBack)
        Q_EMIT momentChosen({});
}

void TimelinePanel::showMoment()
{
    for (const auto &slot : m_slots)
        slot.chart->setCursor(m_moment);
    const Seconds ago = m_moment.has_value() ? m_history.points().back().at - *m_moment : Seconds(0);
    const QSignalBlocker quiet(m_back);
    m_back->setValue(-static_cast<int>(std::lround(ago.count())));
    m_ago->setText(m_moment.has_value() ? tr("%1 ago").arg(
                       wording::ago(std::chrono::duration_cast<std::chrono::nanoseconds>(ago)))
                                        : tr("now"));
    m_now->setEnabled(m_moment.has_value());
}

} // namespace app::charts
