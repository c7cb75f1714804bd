// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelrows.h"

#include <algorithm>

namespace app::charts {

namespace {

constexpr double beside = 4; // between a moment and its label
constexpr double apart = 6; // between labels of a row

struct Stretch
{
    double left;
    double right;
};

} // namespace

std::vector<std::optional<LabelPlace>> placeLabels(const std::vector<LabelWish> &wishes,
                                                   const LabelRoom &room)
{
    std::vector<std::vector<Stretch>> rows(static_cast<std::size_t>(std::max(room.rows, 0)));
    std::vector<std::optional<LabelPlace>> places;
    for (const LabelWish &wish : wishes) {
        auto &place = places.emplace_back();
        for (std::size_t row = 0; row < rows.size() && !place.has_value(); ++row) {
            for (const double left : {wish.moment + beside, wish.moment - beside - wish.width}) {
                const Stretch wanted{left, left + wish.width};
                const bool isInside = wanted.left >= room.left && wanted.right <= room.right;
                if (!isInside || std::ranges::any_of(rows[row], [&](const Stretch &taken) {
                        return taken.left < wanted.right + apart && wanted.left < taken.right + apart;
                    }))
                    continue;
                place = LabelPlace{left, static_cast<int>(row)};
                rows[row].push_back(wanted);
                break;
            }
        }
    }
    return places;
}

} // namespace app::charts
