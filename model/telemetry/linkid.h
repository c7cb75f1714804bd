// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>

#include <QHash>

namespace model::telemetry {

// A link of the running system: which capability called which endpoint.
struct LinkId
{
    system::CapabilityId from;
    system::EndpointId to;

    bool operator==(const LinkId &) const = default;
    auto operator<=>(const LinkId &) const = default;
    friend size_t qHash(const LinkId &id, size_t seed = 0) { return qHashMulti(seed, id.from, id.to); }
};

} // namespace model::telemetry
