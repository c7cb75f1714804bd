// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace app::wording {

// What services say when something went wrong, as it stands in their sources, in English: %1 is anything.
// What is written into the wire stays so; what the window shows of it is translated in the context
// "services".
std::vector<const char *> serviceTemplates();

} // namespace app::wording
