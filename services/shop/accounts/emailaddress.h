// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace services::shop::accounts {

// The one spelling under which an address is kept and looked up: without spaces around it, in lower case.
// Nothing when it cannot be an address: exactly one "@", something before it, a domain with a dot after it,
// no space or control character, at most 254 characters.
std::optional<QString> normalisedEmail(const QString &typed);

} // namespace services::shop::accounts
