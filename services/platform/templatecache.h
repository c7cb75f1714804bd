// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace services::platform {

// Where this build of the program keeps prepared stores from one run to the next, in the user's cache folder
// (XDG_CACHE_HOME); empty when nothing can be written there: then each run prepares its own. Folders of other
// builds which nobody has used for a week go. Any thread; milliseconds.
QString templateCache();

} // namespace services::platform
