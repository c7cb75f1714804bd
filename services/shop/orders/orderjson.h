// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "order.h"

#include <model/result/result.h>

#include <QJsonArray>
#include <QJsonObject>

namespace services::shop::orders {

// How orders are written in answers and kept in the table, and how a cart's answer is read.

QJsonObject toJson(const Order &order);
QJsonArray toJson(const std::vector<Line> &lines);
// InvalidInput when they are not lines.
model::result::Result<std::vector<Line>> linesOf(const QJsonArray &items);

} // namespace services::shop::orders
