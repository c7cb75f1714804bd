// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace services::shop::payments {

// A card number as a customer typed it, without the spaces and dashes. Nothing when it cannot be one: not 12
// to 19 digits, or the check digit is wrong (the Luhn formula, ISO/IEC 7812-1).
std::optional<QString> cardNumber(const QString &typed);

// Why the bank refuses a card; nothing when it pays. The bank of the demonstration knows the test numbers
// which payment companies publish (https://docs.stripe.com/testing#declined-payments) and pays for all
// others.
std::optional<QString> declineReason(const QString &number);

} // namespace services::shop::payments
