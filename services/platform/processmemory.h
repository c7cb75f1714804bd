// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace services::platform {

// The resident memory of this program in bytes; 0 when the system does not tell.
qint64 residentMemory();

} // namespace services::platform
