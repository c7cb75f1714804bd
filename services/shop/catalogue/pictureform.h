// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <vector>

namespace services::shop::catalogue {

// How one sort of thing is drawn on a ground of 320 by 320: what is behind its body, the outline of the body
// (which takes the pattern), and what is in front of it. The classes are the painter's palette.
struct PictureForm
{
    QByteArray words; // last words of the names of such things, with a space between
    QByteArray behind;
    QByteArray body; // path data
    QByteArray front;
};

std::vector<PictureForm> kitchenForms();
std::vector<PictureForm> roomForms();
std::vector<PictureForm> leisureForms(); // the last one is a parcel: for whatever has no form of its own

} // namespace services::shop::catalogue
