// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPushButton;
class QString;

namespace app::style {

// A button of a row of which one is chosen: wide enough for its words when they are bold, as the chosen one's
// are. Its owner puts it into a QButtonGroup.
QPushButton *segment(const QString &words, bool isFirst, bool isLast);

} // namespace app::style
