// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layout.h"

#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <QSizeF>

#include <optional>

namespace model::layout {

// How big things are, in pixels: whoever draws the texts knows.
struct Sizes
{
    QSizeF shoppers{96, 30};
    QSizeF unit{124, 60}; // of one capability
    QSizeF module{104, 30}; // a capability inside a unit of several
    QSizeF topic{110, 26};
    QSizeF store{84, 42};
    qreal unitHeader = 48; // above the modules of a unit of several
    qreal padding = 14; // around its modules
    qreal gap = 8; // between them
    qreal besides = 26; // between neighbours of one row
    qreal between = 44; // between rows, where the edges bend

    bool operator==(const Sizes &) const = default;
};

// What to lay out: plain values, so that it can go to another thread and two equal requests give equal
// layouts.
struct LayoutRequest
{
    system::System system;
    packaging::Packaging packaging;
    Sizes sizes;
    double aspect = 1.6; // width / height of the place where it will be shown
    std::optional<Direction> direction; // unset: the one that fits the aspect better
    bool topics = true; // topics as nodes; otherwise events go straight from publisher to consumer
    bool stores = true;
};

} // namespace model::layout
