// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace services::shop::catalogue {

// What a picture shows of a product.
struct PictureSubject
{
    QString id;
    QString name;
    QString category;
};

// Draws a product as SVG, under 4 KB: its form by the last word of its name, its colour by its material, its
// ground by its category, pattern and shade by its id. The same subject gives the same picture.
QByteArray drawPicture(const PictureSubject &subject);

} // namespace services::shop::catalogue
