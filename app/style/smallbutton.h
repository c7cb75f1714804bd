// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPushButton;
class QString;

namespace app::style {

// A button that stands beside what it is about, in a line of it. `tip` is plain text.
QPushButton *smallButton(const QString &words, const QString &tip);

} // namespace app::style
