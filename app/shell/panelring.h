// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

class QWidget;

namespace app::shell {

// Gives the keyboard to the first control of the panel after the one that has it, past those which cannot be
// seen.
void focusNextOf(const std::vector<QWidget *> &panels);

} // namespace app::shell
