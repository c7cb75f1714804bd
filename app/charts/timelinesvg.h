// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timelinedeeds.h"
#include "timelinehistory.h"

#include <QStringList>

namespace app::charts {

// What a drawing of the time line shows.
struct TimelineDrawing
{
    QStringList fleets; // titles
    std::vector<Figure> figures; // a chart each, below each other
    std::vector<TimelineDeed> deeds;
    std::vector<bool> areShown = {}; // by fleet; none: all

    bool isShown(int fleet) const { return areShown.empty() || areShown[static_cast<size_t>(fleet)]; }
};

// A self-contained SVG document in the theme's colours.
QByteArray
drawTimeline(const TimelineDrawing &drawing, const TimelineHistory &history, const style::Theme &theme);

} // namespace app::charts
