// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "topicnames.h"

#include <QCryptographicHash>

namespace services::broker::kafka {

namespace {

constexpr qsizetype longest = 249;
constexpr qsizetype kept = 200;

bool isFree(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

} // namespace

QByteArray TopicNames::named(const QString &name) const
{
    QByteArray made;
    const auto whole = (m_fleet + u'.' + name).toUtf8();
    for (const char c : whole)
        made += isFree(c) ? QByteArray(1, c) : '_' + QByteArray(1, c).toHex();
    if (made.size() <= longest)
        return made;
    return made.first(kept) + '-' + QCryptographicHash::hash(made, QCryptographicHash::Sha1).toHex();
}

} // namespace services::broker::kafka
