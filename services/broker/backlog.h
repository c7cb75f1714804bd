// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "broker.h"
#include "waitingmessage.h"

#include <map>
#include <optional>

namespace services::broker {

// Where the messages of one group lie until they are done with: a file, a queue of a server, a log. Its group
// knows some of them and decides about these. Thread of the broker.
class Backlog
{
public:
    using Topics = std::map<TopicId, std::int64_t>; // messages by topic

    Backlog() = default;
    virtual ~Backlog() = default;
    Backlog(const Backlog &) = delete;
    Backlog &operator=(const Backlog &) = delete;

    // Those which come after the ones that the group knows; it asks when it could deliver and has nothing to.
    // None: there are no more for now.
    virtual Result<std::vector<Waiting>> more() = 0;
    // Nothing: the message is not there any more.
    virtual Result<std::optional<Event>> contents(std::int64_t message) = 0;

    // What the group has decided: a message is done with; nobody can handle it, and it is to be set aside
    // with the reason; it goes to a consumer again, and for which time.
    virtual void settle(const Waiting &message) = 0;
    virtual void bury(const Waiting &message, const QString &why) = 0;
    virtual void countRedelivery(const Waiting &message) = 0;

    // All that is not done with, whether the group knows it or not. None of them is zero.
    virtual Topics depths() const = 0;
    // What lies there beside that, of topics which nobody can tell.
    virtual std::int64_t unknownDepth() const { return 0; }
};

} // namespace services::broker
