// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/analysis/blastradius.h>
#include <model/analysis/singlepoints.h>

#include <QJsonArray>
#include <QJsonObject>

namespace services::lab {

// {"journeys": {"<journey>": {"state", "why", ...}}, "endpoints": {"<capability> <operation>": {...}}, ...}
QJsonObject toJson(const model::analysis::BlastRadius &radius, const model::analysis::Situation &situation);
QString predictionTable(const model::analysis::BlastRadius &radius,
                        const model::analysis::Situation &situation);

// [{"fault", "words", "down": [], "degraded": [], "lostShare"}], the worst first
QJsonArray toJson(const std::vector<model::analysis::SinglePoint> &points,
                  const model::analysis::Situation &situation);
QString rankTable(const std::vector<model::analysis::SinglePoint> &points,
                  const model::analysis::Situation &situation);

} // namespace services::lab
