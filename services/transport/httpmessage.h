// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "headers.h"

namespace services::transport {

// A request as it stands on the wire, its body complete. A plain value.
struct HttpRequest
{
    QByteArray method = QByteArrayLiteral("GET"); // a literal costs no allocation
    QByteArray target = QByteArrayLiteral("/"); // origin form: path and query, percent-encoded
    Headers headers; // without those which only frame the message or belong to the connection when sent
    QByteArray body;
};

// An answer as it stands on the wire. Content-Length, Connection and Date are added when it is sent.
struct HttpResponse
{
    int status = 200;
    Headers headers;
    QByteArray body;
};

} // namespace services::transport
