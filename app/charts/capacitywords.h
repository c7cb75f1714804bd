// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "capacityforecast.h"

namespace app::charts {

// What a capacity chart shows, in words; each figure says whether it is predicted or measured.

// "Catalogue: all 4 workers busy at 143/s"; of nobody who works: that there is no limit.
QString limitWords(const CapacityForecast &forecast);
// "One more Catalogue: 143 → 168/s, then Cart is full first."
QString oneMoreWords(const CapacityForecast &forecast);
// "A hop: 0.31 ms over the network, 0.02 ms within a unit, measured at the start."
QString hopWords(const CapacityForecast &forecast);
// Whether the error says something: everybody was served, and the model has a figure.
bool isComparable(const CapacityMeasurement &measurement);
// Of its mean or its p95: "predicted 41 ms, measured 44 ms: +7 %"; the error only if it says something.
QString comparison(const CapacityMeasurement &measurement,
                   CapacityMeasurement::Pair CapacityMeasurement::*which);
// Load and time over which it was measured: "60/s, over 30 s"
QString extent(const CapacityMeasurement &measurement);
// What makes the measurement another one than the model means; empty: nothing.
QString caveat(const CapacityMeasurement &measurement);
// "+7 %"
QString percent(double error);

} // namespace app::charts
