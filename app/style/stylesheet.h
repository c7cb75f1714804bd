// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace app::style {

class Theme;

// What Qt's own widgets wear. Variants are chosen by the dynamic property "kind": "primary", "danger",
// "segment", "card", "title", "subtle", "chip". Letters are so many times as large as usual.
QString styleSheet(const Theme &theme, double magnification = 1);

} // namespace app::style
