// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session.h"

#include <services/shop/calendar/calendar.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace services::shop::session {

using namespace Qt::StringLiterals;
using contract::failure;

namespace {

constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype longestToken = 4096; // bytes

QByteArray signature(const QByteArray &claims, const QByteArray &key)
{
    QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int length = 0;
    HMAC(EVP_sha256(), key.constData(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char *>(claims.constData()), static_cast<std::size_t>(claims.size()),
         reinterpret_cast<unsigned char *>(digest.data()), &length);
    digest.truncate(length);
    return digest.toBase64(encoding);
}

// Compares the encoded forms: one token has one spelling, and the time taken tells nothing about the right
// one.
bool isSigned(const QByteArray &claims, const QByteArray &given, const QByteArray &key)
{
    const QByteArray expected = signature(claims, key);
    return !key.isEmpty() && given.size() == expected.size()
        && CRYPTO_memcmp(given.constData(), expected.constData(), static_cast<std::size_t>(expected.size()))
        == 0;
}

Session sessionOf(const QJsonObject &claims)
{
    return {.id = claims.value(u"sid"_s).toString(),
            .account = claims.value(u"sub"_s).toString(),
            .email = claims.value(u"email"_s).toString(),
            .name = claims.value(u"name"_s).toString(),
            .expiresAt = calendar::moment(claims.value(u"exp"_s).toInteger())};
}

tl::unexpected<contract::Error> notValid()
{
    return failure(Kind::Unauthenticated, u"This session is not valid: log in again"_s);
}

} // namespace

QByteArray sign(const Session &session, const QByteArray &key)
{
    Q_ASSERT_X(!key.isEmpty(), "session::sign", "a fleet needs a session key");
    const QJsonObject claims{{u"sid"_s, session.id},
                             {u"sub"_s, session.account},
                             {u"email"_s, session.email},
                             {u"name"_s, session.name},
                             {u"exp"_s, qint64{calendar::milliseconds(session.expiresAt)}}};
    const QByteArray encoded = QJsonDocument(claims).toJson(QJsonDocument::Compact).toBase64(encoding);
    return encoded + '.' + signature(encoded, key);
}

Result<Session> verify(const QByteArray &token, const QByteArray &key, Moment now)
{
    if (token.isEmpty())
        return failure(Kind::Unauthenticated, u"Log in first"_s);
    const qsizetype dot = token.indexOf('.');
    if (token.size() > longestToken || dot < 0 || !isSigned(token.first(dot), token.sliced(dot + 1), key))
        return notValid();
    const auto decoded = QByteArray::fromBase64Encoding(token.first(dot),
                                                        encoding | QByteArray::AbortOnBase64DecodingErrors);
    const Session session = sessionOf(QJsonDocument::fromJson(*decoded).object());
    if (session.account.isEmpty())
        return notValid();
    if (session.expiresAt <= now)
        return failure(Kind::Unauthenticated, u"Your session has ended: log in again"_s);
    return session;
}

} // namespace services::shop::session
