// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "addresssource.h"
#include "httpclient.h"

#include <services/contract/caller.h>

namespace services::transport {

// A call which crosses the network: picks an instance of the callee, asks it over HTTP, and gives back its
// reply or its Error. No instance: Unavailable. What the connection itself does wrong keeps the client's
// kinds (Refused, Reset, TimedOut, Cancelled). With a fleet key it shows that it belongs to the fleet. Thread
// of its client.
class HttpCaller final : public contract::Caller
{
public:
    HttpCaller(HttpClient &client,
               AddressSource &addresses,
               const contract::Clock &clock,
               QByteArray fleetKey = {});

    QCoro::Task<Result<contract::Reply>> call(contract::Request request) override;

private:
    HttpClient &m_client;
    AddressSource &m_addresses;
    const contract::Clock &m_clock;
    QByteArray m_fleetKey; // empty: a stranger
};

} // namespace services::transport
