// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPlainTextEdit;

namespace app::console {

// For text that machines read: every letter as wide as the others, Tab goes on to the next control.
void dressAsCode(QPlainTextEdit &edit);

} // namespace app::console
