// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "requestcontext.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace services::contract {

using Parameters = QMap<QString, QString>;

// A request to one endpoint, as business code sees it: no URL, no header, no socket.
struct Request
{
    model::system::EndpointId endpoint;
    Parameters path; // {"id": "42"} of "GET /products/{id}"
    Parameters query;
    QByteArray body; // JSON, or empty
    RequestContext context;
};

} // namespace services::contract
