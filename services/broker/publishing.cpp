// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publishing.h"

#include <services/waiting/pending.h>

namespace services::broker {

using waiting::Completer;
using waiting::Pending;

namespace {

Broker::Confirmed completing(Completer<void> completer)
{
    return [completer = std::move(completer)](Result<void> result) { completer.complete(std::move(result)); };
}

} // namespace

QCoro::Task<Result<void>> publishTo(Broker &broker, waiting::WaitScope &scope, std::vector<Event> events)
{
    Pending<void> confirmation(scope);
    broker.publish(std::move(events), &scope, completing(confirmation.completer()));
    const auto confirmed = co_await confirmation;
    co_return confirmed;
}

QCoro::Task<Result<void>>
declareOn(Broker &broker, waiting::WaitScope &scope, std::vector<TopicBinding> topology)
{
    Pending<void> confirmation(scope);
    broker.declare(std::move(topology), &scope, completing(confirmation.completer()));
    const auto confirmed = co_await confirmation;
    co_return confirmed;
}

} // namespace services::broker
