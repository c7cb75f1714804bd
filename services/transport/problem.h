// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpmessage.h"

#include <QString>

// Problem documents (RFC 9457): how failures are told over HTTP.
namespace services::transport::problem {

inline constexpr QByteArrayView mediaType = "application/problem+json";

struct Document
{
    int status = 500;
    QString type; // a URI; empty: about:blank, nothing more to say than the status does
    QString detail;
    QString subject; // our extension: what the problem is about; may be empty
};

HttpResponse response(const Document &document);
// Of the transport itself, which knows no more than the status.
HttpResponse response(int status, const QString &detail);

} // namespace services::transport::problem
