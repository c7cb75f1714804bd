// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "svgstyle.h"

#include <array>

namespace model::layout {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char *, 8> teamColours{"#3b82c4", "#8b5fd0", "#2a9d8f", "#d97f2b",
                                                  "#c2508f", "#7d8f2c", "#cf5a3c", "#64748b"};

} // namespace

QString svgStyleSheet()
{
    QString sheet = uR"(
text { font-family: Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: #1f2937; }
.canvas { fill: #fafbfd; }
.heading { font-size: 15px; font-weight: 600; }
.name { font-size: 13px; font-weight: 600; }
.module-name { font-size: 12px; }
.small { font-size: 11px; fill: #64748b; }
.tag { font-size: 11px; fill: #475569; text-anchor: middle; }
.centred { font-size: 12px; text-anchor: middle; }
.box { fill: #ffffff; stroke: #cbd5e1; stroke-width: 1.2; }
.module { fill: #f8fafc; stroke: #dbe2ea; }
.topic { fill: #eff5ff; stroke: #93b4f5; }
.store { fill: #ffffff; stroke: #94a3b8; }
.pip { fill: #178a5b; }
.required, .optional, .event, .storage { fill: none; stroke-width: 1.5; stroke-linecap: round; }
.required { stroke: #475569; }
.optional { stroke: #b7791f; stroke-dasharray: 6 4; }
.event { stroke: #2f6fed; stroke-dasharray: 0.5 4.5; stroke-width: 1.8; }
.storage { stroke: #b6c2d1; stroke-width: 1.2; }
.required-head { fill: #475569; }
.optional-head { fill: #b7791f; }
.event-head { fill: #2f6fed; }
)"_s;
    for (std::size_t team = 0; team < teamColours.size(); ++team)
        sheet += u".%1 { fill: %2; }\n"_s.arg(svgTeamClass(team), QLatin1StringView(teamColours[team]));
    return sheet;
}

QString svgTeamClass(std::size_t team)
{
    return u"team-%1"_s.arg(team % teamColours.size());
}

} // namespace model::layout
