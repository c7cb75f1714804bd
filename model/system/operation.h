// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ids.h"

#include <QStringList>

#include <optional>

namespace model::system {

// The parts of an operation's name: "GET /products/{id}" is the method GET with the segments "products" and
// "{id}". A segment in braces stands for one value; "/" alone has no segments.
struct Operation
{
    QString method; // GET, PUT, POST, PATCH or DELETE
    QStringList segments;

    QStringList parameters() const; // {"id"}
    // The same for operations that a router cannot tell apart: "GET /products/{}".
    QString shape() const;
    // Whether repeating it does no harm by the meaning of its method (RFC 9110, 9.2.2).
    bool isIdempotentByMethod() const;
};

// Nothing when the text is not an operation.
std::optional<Operation> parseOperation(const QString &text);

// "catalogue GET /products/{id}", as files name an endpoint of another capability.
QString written(const EndpointId &id);
// Nothing when the text is not a capability's id, a space and an operation.
std::optional<EndpointId> parseEndpointId(const QString &text);

} // namespace model::system
