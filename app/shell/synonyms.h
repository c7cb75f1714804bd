// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace app::shell {

// Other words by which somebody may look for an act, in the window's language; empty: its own say enough.
QString synonymsOf(const QString &actId);

} // namespace app::shell
