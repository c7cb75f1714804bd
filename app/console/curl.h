// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/endpointcall.h>

namespace app::console {

// The same request as a command for a POSIX shell. `port`: of an instance, on 127.0.0.1. Whoever is no part
// of the fleet is let in only at the customers' door; elsewhere the answer will be 404.
QString curlOf(const services::platform::EndpointCall &call, quint16 port);

} // namespace app::console
