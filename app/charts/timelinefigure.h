// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/snapshot.h>

#include <QString>

#include <array>
#include <optional>

namespace app::charts {

// What a chart of the time line can show of each fleet; all of it is measured.
enum class Figure
{
    Throughput,
    Success,
    Median,
    P95,
    P99,
    InFlight,
    Waiting,
    Processors,
    Instances
};
inline constexpr std::array allFigures
    = {Figure::Throughput, Figure::Success, Figure::Median,     Figure::P95,      Figure::P99,
       Figure::InFlight,   Figure::Waiting, Figure::Processors, Figure::Instances};

QString title(Figure figure); // "Successful journeys / s"
QString meaning(Figure figure); // in a sentence, with where it comes from
QString word(Figure figure); // for files: "successPercent"
bool isCount(Figure figure); // goes in steps of whole numbers
bool isLatency(Figure figure);

// Nothing: it was not measured, since nobody came.
std::optional<double> valueOf(Figure figure, const services::platform::FleetSnapshot &fleet);
// Of latencies: as somebody measures who waits for each answer before he asks again.
std::optional<double> naiveValueOf(Figure figure, const services::platform::FleetSnapshot &fleet);

} // namespace app::charts
