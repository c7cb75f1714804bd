// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "address.h"
#include "httpmessage.h"

namespace services::transport::serialiser {

// What the connection decides about a response, rather than its author.
struct ResponseFraming
{
    bool answerToHead = false;
    bool keepAlive = true;
    int minorVersion = 1; // of the request
    QByteArrayView date; // as the Date header has it; empty: none
};

// Append a message to what is going to be sent. Lines which frame the message or belong to the connection
// (Content-Length, Transfer-Encoding, Connection, Date, Host) are written by these functions alone; a line
// break in a value becomes a space, and a line with a malformed name is left out.
void append(QByteArray &output, const HttpResponse &response, const ResponseFraming &framing);
void append(QByteArray &output, const HttpRequest &request, Address address);

// "Not Found" of 404.
QByteArrayView reasonPhrase(int status);

} // namespace services::transport::serialiser
