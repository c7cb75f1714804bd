// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace services::platform {

// Lets this program open as many files and sockets as the system allows it to ask for: each instance needs a
// dozen and each of its clients one, which is more than the usual first limit of 1,024. For the start of a
// program.
void raiseFileLimit();

} // namespace services::platform
