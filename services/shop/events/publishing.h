// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/event.h>
#include <services/contract/requestcontext.h>

namespace services::shop::events {

// An event of the shop with a new id. `key`: what it is about; events about one thing keep their order.
contract::Event makeEvent(const QString &topic,
                          const QString &key,
                          QByteArray payload,
                          std::chrono::system_clock::time_point occurredAt);

} // namespace services::shop::events
