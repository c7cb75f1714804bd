// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/error.h>

namespace services::runtime {

// Why an instance cannot start when this program may open no further file or socket.
model::result::Error noFileLeft();

} // namespace services::runtime
