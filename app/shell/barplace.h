// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRect>

#include <vector>

namespace app::shell {

// What a bar on a node has to do with, all in the same pixels.
struct BarSurroundings
{
    QRect box; // the node's
    QRect bounds; // of its picture: beyond it the bar goes only when there is less in the way
    QRect window; // which the bar never leaves
    QPoint mouse = {}; // never below the bar: a click means the node
    std::vector<QRect> titles = {}; // of the others, which are to be read
    std::vector<QRect> boxes = {}; // of the others: better seen than not
};

// Where a bar of that size touches the node and covers as little as it can, titles of others least of all:
// rather above than below than beside it, and rather in its middle.
QPoint barPlace(QSize bar, const BarSurroundings &around);

} // namespace app::shell
