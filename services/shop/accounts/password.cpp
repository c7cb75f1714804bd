// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "password.h"

#include <nettle/pbkdf2.h>
#include <openssl/crypto.h>
#include <openssl/rand.h>

namespace services::shop::accounts {

namespace {

constexpr qsizetype saltLength = 16; // bytes
constexpr qsizetype hashLength = 32; // bytes

auto *unsignedBytes(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}
const auto *unsignedBytes(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

QByteArray newSalt()
{
    QByteArray salt(saltLength, '\0');
    // Fails only when the system has no source of randomness at all; then nothing about it is safe.
    if (RAND_bytes(unsignedBytes(salt), static_cast<int>(salt.size())) != 1)
        qFatal("OpenSSL has no randomness for a salt");
    return salt;
}

PasswordHash hashPassword(const QString &password, const QByteArray &salt, int iterations)
{
    // One password may be typed as different code points on different keyboards.
    const QByteArray typed = password.normalized(QString::NormalizationForm_C).toUtf8();
    PasswordHash result{salt, QByteArray(hashLength, '\0'), iterations};
    // Nettle's, since OpenSSL 3.0 takes three times as long for the same bytes.
    pbkdf2_hmac_sha256(static_cast<std::size_t>(typed.size()), unsignedBytes(typed),
                       static_cast<unsigned>(iterations), static_cast<std::size_t>(salt.size()),
                       unsignedBytes(salt), static_cast<std::size_t>(hashLength), unsignedBytes(result.hash));
    return result;
}

bool isSame(const PasswordHash &a, const PasswordHash &b)
{
    return !a.hash.isEmpty() && a.hash.size() == b.hash.size()
        && CRYPTO_memcmp(a.hash.constData(), b.hash.constData(), static_cast<std::size_t>(a.hash.size()))
        == 0;
}

} // namespace services::shop::accounts
