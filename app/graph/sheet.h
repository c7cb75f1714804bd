// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "graphscene.h"

#include <app/style/theme.h>

#include <QFont>
#include <QImage>

namespace app::graph {

// A picture as it is now, all of it.
struct SheetPart
{
    QString title;
    QString summary;
    GraphScene scene;
    Vitality vitality;
};

// One system's pictures beside each other, for a file, and below them what their signs mean. A value.
struct Sheet
{
    QString title;
    std::vector<SheetPart> parts;
};

// So many pixels for each of the layout's; fewer of what would be huge. Any thread.
QImage paintSheet(const Sheet &sheet, const style::Theme &theme, const QFont &font, double scale);
// An SVG document; the font is that of which the layout was measured. Any thread.
QByteArray writeSheet(const Sheet &sheet, const style::Theme &theme, const QFont &font);

} // namespace app::graph
