// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "barplace.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace app::shell {

namespace {

constexpr int fromTheNode = 2; // pixels: the mouse is not lost on the way
constexpr int fromTheWindow = 4;
constexpr int atTheNode = 24; // of the bar's edge, at least
constexpr int stepsAlong = 12; // places that are tried on each side
constexpr int stepsInto = 4; // and how far into the node
// What is covered costs so much for each of its pixels.
constexpr double titleCost = 200;
constexpr double boxCost = 1;
constexpr double ownCost = 2;
constexpr double outsideCost = 1;
// And the place itself, for each pixel from the middle, and for each side.
constexpr double asideCost = 10;
constexpr double belowCost = 60;
constexpr double besideCost = 400;
constexpr double mouseCost = 1e9;

double area(const QRect &rect)
{
    return rect.isEmpty() ? 0 : static_cast<double>(rect.width()) * rect.height();
}

double covered(const QRect &bar, const std::vector<QRect> &others)
{
    double all = 0;
    for (const auto &other : others)
        all += area(bar & other);
    return all;
}

double cost(const QRect &bar, const BarSurroundings &around)
{
    const QRect nearMouse = bar.adjusted(-fromTheNode, -fromTheNode, fromTheNode, fromTheNode);
    return titleCost * covered(bar, around.titles) + boxCost * covered(bar, around.boxes)
        + ownCost * area(bar & around.box) + outsideCost * (area(bar) - area(bar & around.bounds))
        + asideCost * std::abs(bar.center().x() - around.box.center().x())
        + (nearMouse.contains(around.mouse) ? mouseCost : 0);
}

QRect within(QRect bar, const QRect &window)
{
    const QRect room = window.adjusted(fromTheWindow, fromTheWindow, -fromTheWindow, -fromTheWindow);
    bar.moveLeft(std::clamp(bar.left(), room.left(), std::max(room.right() + 1 - bar.width(), room.left())));
    bar.moveTop(std::clamp(bar.top(), room.top(), std::max(room.bottom() + 1 - bar.height(), room.top())));
    return bar;
}

// From one end of a way to the other, as many places on it as are tried.
int along(int from, int to, int step, int steps)
{
    return from + (to - from) * step / steps;
}

std::vector<QPoint> aboveAndBelow(QSize bar, const QRect &box)
{
    const int hold = std::min(atTheNode, box.width());
    const int above = box.top() - fromTheNode - bar.height();
    const int below = box.bottom() + 1 + fromTheNode;
    std::vector<QPoint> places;
    for (int into = 0; into <= stepsInto; ++into) {
        const int depth = along(0, box.height() / 2, into, stepsInto);
        for (const int top : {above + depth, below - depth}) {
            places.emplace_back(box.center().x() - bar.width() / 2, top);
            for (int step = 0; step <= stepsAlong; ++step)
                places.emplace_back(
                    along(box.left() + hold - bar.width(), box.right() + 1 - hold, step, stepsAlong), top);
        }
    }
    return places;
}

std::vector<QPoint> beside(QSize bar, const QRect &box)
{
    const auto [highest, lowest] = std::minmax({box.top(), box.bottom() + 1 - bar.height()});
    std::vector<QPoint> places;
    for (const int left : {box.left() - fromTheNode - bar.width(), box.right() + 1 + fromTheNode}) {
        for (int step = 0; step <= stepsAlong; ++step)
            places.emplace_back(left, along(highest, lowest, step, stepsAlong));
    }
    return places;
}

} // namespace

QPoint barPlace(QSize bar, const BarSurroundings &around)
{
    QPoint best;
    double least = std::numeric_limits<double>::max();
    const auto attempt = [&](QPoint place, double sideCost) {
        const QRect placed = within({place, bar}, around.window);
        const double costs = cost(placed, around) + sideCost;
        if (costs < least) {
            least = costs;
            best = placed.topLeft();
        }
    };
    for (const QPoint &place : aboveAndBelow(bar, around.box))
        attempt(place, place.y() > around.box.top() ? belowCost : 0);
    for (const QPoint &place : beside(bar, around.box))
        attempt(place, besideCost);
    return best;
}

} // namespace app::shell
