// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/endpointcall.h>

#include <QString>

#include <tl/expected.hpp>

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

// What is wrong with a field of a draft.
struct Complaint
{
    QString field; // "query", "headers", "body", "session" or the parameter's name
    QString words;
    qsizetype place = -1; // in its text, in letters; -1: all of it
};

// The request to send (its fleet and capability are the caller's matter), or all that is wrong with it.
tl::expected<services::platform::EndpointCall, std::vector<Complaint>> readDraft(const RequestDraft &draft,
                                                                                 FillingIn filling);

} // namespace app::console
