// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "brokerchoice.h"

#include <services/broker/makebroker.h>

namespace services::platform {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;
using model::result::Result;

Result<broker::BrokerUrl> brokerOf(const QString &url)
{
    auto broker = broker::BrokerUrl::parse(url);
    if (broker && !broker::isInBuild(broker->kind)) {
        return failure(Kind::InvalidInput,
                       u"This build of Faultline has no client for that broker. It has: %1"_s.arg(
                           broker::enginesInBuild().join(u", "_s)));
    }
    return broker;
}

QString brokerHelp()
{
    return u"embedded: (Faultline's own), amqp://user:password@host:port/vhost (RabbitMQ) or "
           u"kafka://host:port. This build has: %1."_s.arg(broker::enginesInBuild().join(u", "_s));
}

} // namespace services::platform
