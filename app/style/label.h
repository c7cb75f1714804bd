// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QLabel;

namespace app::style {

// A label that wraps and wears one of the style sheet's kinds: "title", "heading", "subtle", "bad".
QLabel *label(const QString &text, const char *kind);

// Words for a tooltip, in lines which do not span the screen. Screen readers read them out as a description,
// so they are plain, but where they would be taken for rich text.
QString tip(const QString &words);

} // namespace app::style
