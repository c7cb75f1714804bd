// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace app::style {

// Makes the pictures that are compiled in known to Qt; as often as one likes.
void registerPictures();

} // namespace app::style
