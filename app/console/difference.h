// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/endpointcall.h>

#include <QString>

#include <vector>

namespace app::console {

// Something in which two answers differ. A value.
struct Difference
{
    QString what; // a JSON pointer in the body; or "status", "header Location", in words
    QString one;
    QString other;
    bool isMissing = false; // one of them does not have it

    bool operator==(const Difference &) const = default;
};

// Field by field: the status, what the bodies say and the headers which mean something, in this order. Lists
// are compared by position. Bodies that are not both JSON are compared as wholes.
std::vector<Difference> differences(const services::platform::EndpointAnswer &one,
                                    const services::platform::EndpointAnswer &other);

} // namespace app::console
