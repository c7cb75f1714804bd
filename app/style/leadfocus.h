// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace app::style {

// From now on who gives the keyboard to the panel gives it to that part of it. A focus proxy does so, too,
// but then the Tab key passes over all that stands before the part (seen with Qt 6.4).
void leadFocus(QWidget &panel, QWidget &part);

} // namespace app::style
