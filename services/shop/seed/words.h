// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace services::shop::seed {

// The words of which the shop's first products are made. All written for Faultline.

enum class Stuff
{
    Wood,
    Clay,
    Metal,
    Glass,
    Cloth,
    Hide,
    Paper,
    Wax
};

// One sort of thing the shop sells.
struct Sort
{
    QString noun; // its last word decides its picture
    int price = 0; // cents, before the maker's and the material's share
    Stuff stuff = Stuff::Wood;
    QString use; // a sentence
};

struct Shelf
{
    QString category;
    std::vector<Sort> sorts; // ten
};

struct Material
{
    QString name;
    QString quality; // a sentence
};

std::vector<Shelf> shelves();
std::vector<Material> materials(Stuff stuff);
// Names of the makers' series, a prime number of them.
std::vector<QString> series();
// Last sentences of descriptions.
std::vector<QString> closings();

} // namespace services::shop::seed
