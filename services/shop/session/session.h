// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/caller.h>

namespace services::shop::session {

using contract::Kind;
using contract::Result;
using Moment = std::chrono::system_clock::time_point;

// Who is logged in, as accounts vouched for it. A plain value.
struct Session
{
    QString id; // of this login, so that it can be revoked
    QString account;
    QString email;
    QString name;
    Moment expiresAt;
};

// Sessions are signed, not stored: "<claims>.<signature>", the claims JSON, the signature HMAC-SHA256 over
// the encoded claims, both base64url without padding. Every capability verifies them on its own, so that who
// is logged in survives the death of accounts. The price: a revoked session is refused at once by accounts
// alone; the others accept it until it expires.
QByteArray sign(const Session &session, const QByteArray &key);
// Unauthenticated when the token is empty, malformed, tampered with, signed by another key, or has expired.
Result<Session> verify(const QByteArray &token, const QByteArray &key, Moment now);

} // namespace services::shop::session
