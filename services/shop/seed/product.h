// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace services::shop::seed {

// A product of the shop's first day, as a plain value.
struct Product
{
    QString id; // "p-0001"
    QString name;
    QString description;
    QString category;
    std::int64_t price = 0; // cents
};

// The currency of every price.
QString currency();
// 1,200 products in the order of their ids, the same in every run. Made anew by each call.
std::vector<Product> products();
// The shop's best sellers before anybody has bought anything, best first.
std::vector<Product> bestSellers();

} // namespace services::shop::seed
