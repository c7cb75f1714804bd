// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "percent.h"

#include <QStringDecoder>

namespace services::transport::percent {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;

namespace {

int digit(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    if (character >= 'a' && character <= 'f')
        return character - 'a' + 10;
    if (character >= 'A' && character <= 'F')
        return character - 'A' + 10;
    return -1;
}

bool isEscape(QByteArrayView text, qsizetype at)
{
    return at + 2 < text.size() && digit(text[at + 1]) >= 0 && digit(text[at + 2]) >= 0;
}

} // namespace

QByteArray encoded(QStringView text)
{
    return text.toUtf8().toPercentEncoding();
}

bool isWellFormed(QByteArrayView text)
{
    for (auto at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
        if (!isEscape(text, at))
            return false;
    }
    return true;
}

model::result::Result<QString> decoded(QByteArrayView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            bytes.append(text[at]);
            continue;
        }
        if (!isEscape(text, at))
            return failure(Kind::InvalidInput, u"A % must be followed by two hexadecimal digits"_s);
        bytes.append(static_cast<char>(digit(text[at + 1]) * 16 + digit(text[at + 2])));
        at += 2;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString words = decoder(bytes);
    if (decoder.hasError() || words.contains(QChar(u'\0')))
        return failure(Kind::InvalidInput, u"The words are not UTF-8"_s);
    return words;
}

} // namespace services::transport::percent
