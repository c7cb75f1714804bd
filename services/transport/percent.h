// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>

#include <QByteArray>
#include <QString>

// Percent-encoding (RFC 3986, 2.1) of UTF-8 words.
namespace services::transport::percent {

// Everything but letters, digits and -._~ becomes %XX.
QByteArray encoded(QStringView text);
// InvalidInput: a malformed escape, an encoded NUL, or bytes which are not UTF-8.
model::result::Result<QString> decoded(QByteArrayView text);
// Whether each % is followed by two hexadecimal digits.
bool isWellFormed(QByteArrayView text);

} // namespace services::transport::percent
