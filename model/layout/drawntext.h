// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace model::layout {

// How a text is written: its pixels, and whether it is bold.
struct Lettering
{
    qreal pixels = 12;
    bool bold = false;
};

// How wide a text is at most, without asking any font: the widths of DejaVu Sans, the widest of the usual
// sans-serif fonts, so that what fits by this fits in the others.
qreal widthOf(const QString &text, Lettering lettering);

// The text, or as many of its letters as fit into `width` with an ellipsis.
QString elided(const QString &text, Lettering lettering, qreal width);

// The text without what XML forbids or what would disturb its surroundings (control characters, changes of
// writing direction; half a surrogate pair becomes U+FFFD), on one line, and no longer than a sentence or
// two.
QString printable(const QString &text);

} // namespace model::layout
