// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>
#include <services/platform/endpointcall.h>

#include <QString>

#include <vector>

namespace app::console {

class FillingIn;

// A request as a person has typed it; any of its texts but the operation may name variables. A value.
struct RequestDraft
{
    struct Parameter
    {
        QString name;
        QString value;

        bool operator==(const Parameter &) const = default;
    };
    QString operation; // "PUT /products/{id}"
    std::vector<Parameter> parameters; // of its path
    QString query;
    QString headers; // "Name: value", one a line
    QString body; // JSON, or nothing
    QString session; // token of a customer, or nothing

    bool hasBody() const;
    bool operator==(const RequestDraft &) const = default;
};

// The request to send (its fleet and capability are the caller's matter), or all that is wrong with it: the
// subject of an error is the field: "query", "headers", "body", "session" or the parameter's name.
tl::expected<services::platform::EndpointCall, std::vector<model::result::Error>>
readDraft(const RequestDraft &draft, FillingIn filling);

} // namespace app::console
