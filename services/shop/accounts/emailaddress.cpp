// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emailaddress.h"

#include <QList>

#include <algorithm>

namespace services::shop::accounts {

namespace {

constexpr qsizetype longestEmail = 254; // RFC 5321, 4.5.3.1.3
constexpr qsizetype longestLocalPart = 64; // RFC 5321, 4.5.3.1.1

bool isForbidden(QChar character)
{
    return character.isSpace() || !character.isPrint() || character == u',' || character == u';'
        || character == u'<' || character == u'>';
}

bool isDomain(QStringView text)
{
    const auto labels = text.split(u'.');
    return labels.size() >= 2 && std::ranges::none_of(labels, [](QStringView label) {
               return label.isEmpty() || label.size() > 63;
           });
}

} // namespace

std::optional<QString> normalisedEmail(const QString &typed)
{
    const QString email = typed.trimmed().normalized(QString::NormalizationForm_C).toLower();
    const qsizetype at = email.indexOf(u'@');
    if (email.size() > longestEmail || at < 1 || at > longestLocalPart || email.count(u'@') != 1)
        return std::nullopt;
    if (!email.isValidUtf16() || std::ranges::any_of(email, isForbidden)
        || !isDomain(QStringView(email).sliced(at + 1)))
        return std::nullopt;
    return email;
}

} // namespace services::shop::accounts
