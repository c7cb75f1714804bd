// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "broker.h"

#include <services/waiting/post.h>

namespace services::broker {

using namespace Qt::StringLiterals;

void Broker::peek(Peek /*what*/, QObject *context, Seen seen)
{
    waiting::post(context, [seen = std::move(seen)] {
        seen(failure(Kind::InvalidInput, u"This broker does not let anybody look into its queues"_s));
    });
}

void Broker::replay(CapabilityId /*group*/,
                    std::vector<std::int64_t> /*letters*/,
                    QObject *context,
                    Confirmed done)
{
    waiting::post(context, [done = std::move(done)] {
        done(failure(Kind::InvalidInput, u"This broker cannot put dead letters back"_s));
    });
}

void Broker::redeliver(CapabilityId /*group*/, std::int64_t /*message*/, QObject *context, Confirmed done)
{
    waiting::post(context, [done = std::move(done)] {
        done(failure(Kind::InvalidInput, u"This broker cannot deliver a message again"_s));
    });
}

} // namespace services::broker
