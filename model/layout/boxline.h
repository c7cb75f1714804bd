// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QRectF>

#include <vector>

namespace model::layout {

// A straight line from one box to another, from border to border, as PlacedEdge keeps it. Both its ends are
// moved by `aside`, so that lines between the same two boxes can be told apart.
std::vector<QPointF> boxLine(const QRectF &from, const QRectF &to, QPointF aside = {});

// How far the n-th of so many lines between two boxes is moved: across the way from the one to the other,
// whichever of them it starts at.
QPointF besideOthers(const QRectF &one, const QRectF &other, int line, int lines);

} // namespace model::layout
