// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lifeline.h"

#include <services/broker/broker.h>
#include <services/broker/brokerurl.h>

namespace services::broker::amqp {

// A socket that is connected to the server, of the caller's from now on, within two seconds for each of its
// addresses or until the lifeline is cut. It does not wait for ever for a server that no longer answers. A
// host's name is looked up for as long as the system takes. Blocks. Errors say where, and what to do:
// NotFound for the host, Refused, TimedOut.
Result<int> connectTo(const BrokerUrl &server, Lifeline &lifeline);

} // namespace services::broker::amqp
