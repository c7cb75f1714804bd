// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/system.h>

namespace app::wording {

// A text of a system's file, in the window's language. Those of the systems that come with Faultline are
// translated, in the context "systems"; any other stays as it is written.
QString spoken(const QString &text);
// The same system, told so: what has a name keeps its id, and nothing that runs is another.
model::system::System spoken(model::system::System system);

} // namespace app::wording
