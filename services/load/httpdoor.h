// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "door.h"

#include <services/contract/clock.h>
#include <services/faults/blame.h>
#include <services/transport/addresssource.h>
#include <services/transport/httpclient.h>

namespace services::load {

// The door over HTTP, as a browser and the load balancer in front of the shop would open it: a refused
// connection is tried on another instance, if there is one, and so is, once, a connection that dies under a
// request which is safe to repeat. Remarks which injected fault is why nobody answered. Thread of its client.
class HttpDoor final : public Door
{
public:
    HttpDoor(transport::HttpClient &client,
             transport::AddressSource &addresses,
             const contract::Clock &clock,
             faults::Blame blame);

    QCoro::Task<Answer> ask(contract::Request request, QByteArray causes) override;

private:
    // Each fault once, however often it is met.
    void blame(const model::result::Error &problem,
               const model::system::CapabilityId &callee,
               std::vector<model::telemetry::Annotation> &remarks) const;

    transport::HttpClient &m_client;
    transport::AddressSource &m_addresses;
    const contract::Clock &m_clock;
    faults::Blame m_blame;
};

} // namespace services::load
