// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace app::shell {

// Which panes are shown.
enum class Shape
{
    Monolith,
    Both,
    Microservices
};

QString word(Shape shape);
Shape shapeOfWord(QStringView word);

} // namespace app::shell
