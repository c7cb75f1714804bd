// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace services::shop::accounts {

// How a password is kept: PBKDF2-HMAC-SHA256 (RFC 8018) of it with a salt of its own, and how often it was
// iterated, so that the count can be raised without locking anybody out. A plain value.
struct PasswordHash
{
    QByteArray salt;
    QByteArray hash;
    int iterations = 0;

    bool operator==(const PasswordHash &) const = default;
};

// For new passwords. OWASP's Password Storage Cheat Sheet asks for 600,000 in production; the demonstration
// takes 2,000 because two fleets, the shoppers and the person watching share one laptop, and nobody's
// password is at stake: at 20,000, log-ins took a third of the processor in a sweep of twelve fleets.
inline constexpr int passwordIterations = 2'000;

QByteArray newSalt();
// Takes milliseconds of processor time: never on the thread of an instance. Any thread.
PasswordHash hashPassword(const QString &password, const QByteArray &salt, int iterations);
// In a time which does not tell where they differ.
bool isSame(const PasswordHash &a, const PasswordHash &b);

} // namespace services::shop::accounts
