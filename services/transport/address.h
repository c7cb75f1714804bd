// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QtGlobal>

#include <compare>

namespace services::transport {

// Where a server listens: a port of 127.0.0.1.
struct Address
{
    quint16 port = 0;

    bool operator==(const Address &) const = default;
    auto operator<=>(const Address &) const = default;
    friend size_t qHash(Address address, size_t seed = 0) { return qHash(address.port, seed); }
};

} // namespace services::transport
