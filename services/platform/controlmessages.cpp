// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people ask of a fleet's broker.

#include "control.h"

#include <services/broker/broker.h>
#include <services/waiting/pending.h>

namespace services::platform {

using namespace Qt::StringLiterals;
using broker::PeekedMessage;
using model::result::failure;
using model::result::Kind;
using model::system::CapabilityId;
using model::system::PackagingId;
using waiting::Pending;

Result<std::shared_ptr<broker::Broker>> Platform::Control::brokerOf(const PackagingId &fleet) const
{
    const auto *there = attended(fleet);
    if (there == nullptr)
        return failure(Kind::NotFound, u"No fleet is called %1"_s.arg(fleet.value), fleet.value);
    auto broker = there->fleet->fleet().broker();
    if (!broker)
        return failure(Kind::Unavailable, u"The message broker is not there yet"_s);
    return broker;
}

QCoro::Task<Result<std::vector<PeekedMessage>>> Platform::Control::peek(PackagingId fleet, broker::Peek what)
{
    const auto broker = brokerOf(fleet);
    if (!broker)
        co_return failure(broker.error());
    Pending<std::vector<PeekedMessage>> seen(m_scope);
    (*broker)->peek(std::move(what), this, [completer = seen.completer()](auto messages) {
        completer.complete(std::move(messages));
    });
    auto messages = co_await seen;
    co_return messages;
}

QCoro::Task<Result<void>>
Platform::Control::replay(PackagingId fleet, CapabilityId group, std::vector<std::int64_t> letters)
{
    const auto broker = brokerOf(fleet);
    if (!broker)
        co_return failure(broker.error());
    Pending<void> replayed(m_scope);
    (*broker)->replay(std::move(group), std::move(letters), this,
                      [completer = replayed.completer()](auto done) { completer.complete(std::move(done)); });
    const auto done = co_await replayed;
    co_return done;
}

QCoro::Task<Result<void>>
Platform::Control::redeliver(PackagingId fleet, CapabilityId group, std::int64_t message)
{
    const auto broker = brokerOf(fleet);
    if (!broker)
        co_return failure(broker.error());
    Pending<void> redelivered(m_scope);
    (*broker)->redeliver(std::move(group), message, this, [completer = redelivered.completer()](auto done) {
        completer.complete(std::move(done));
    });
    const auto done = co_await redelivered;
    co_return done;
}

} // namespace services::platform
