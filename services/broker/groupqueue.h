// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "delivery.h"
#include "waitingmessage.h"

#include <model/telemetry/instant.h>

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace services::broker {

using model::telemetry::Instant;

// The messages of one group that are worth thinking about now: which may be delivered, which are in whose
// hands, which wait for their time. Of messages with the same key only the oldest moves; the others line up
// behind it, which keeps their order, also among competing consumers. No I/O, no clock: the thread of the
// broker.
class GroupQueue
{
public:
    // In the order of publishing; not to be delivered before a moment, if there is one.
    void add(Waiting waiting, Instant notBefore = Instant::min());
    // Nobody waits for his moment any more, but for those who were refused.
    void hurry();
    // This one does not wait any more either; false: it waits for its turn only.
    bool hurry(std::int64_t message, Instant now);

    // The oldest message that may be delivered.
    std::optional<std::int64_t> ready() const;
    void handOut(std::int64_t message, SubscriptionId holder, Instant until);
    // Done with: forgets it and lets the next one of its key move up.
    void settle(std::int64_t message);
    // Somebody could not handle it; answers for which time.
    int countRefusal(std::int64_t message);
    // That was because of the message itself; answers for which time.
    int countBlame(std::int64_t message);
    // May be delivered again from `when` on; answers how often that was so.
    int giveBack(std::int64_t message, Instant when);
    // Makes ready what it is time for. Answers the messages that were held for too long; they are still held.
    std::vector<std::int64_t> advance(Instant now);
    Instant nextMoment() const;

    bool contains(std::int64_t message) const { return m_entries.contains(message); }
    SubscriptionId holder(std::int64_t message) const; // None: nobody
    std::vector<std::int64_t> heldBy(SubscriptionId holder) const;
    int redeliveries(std::int64_t message) const;
    // Which were delivered, and how often; those in hand included.
    std::vector<std::pair<std::int64_t, int>> delivered() const;
    const Waiting &waiting(std::int64_t message) const { return m_entries.at(message).waiting; }
    std::int64_t inFlight() const { return m_inFlight; }
    std::optional<std::chrono::system_clock::time_point> oldest() const;
    std::size_t size() const { return m_entries.size(); }

private:
    struct Entry
    {
        Waiting waiting;
        int refusals = 0;
        int blames = 0;
        Instant notBefore = Instant::min();
        SubscriptionId holder = SubscriptionId::None;
        Instant moment = Instant::max(); // when held: until; when given back: from then on
    };
    void moveUp(std::int64_t message, Entry &entry);
    void leave(std::int64_t message, Entry &entry);
    void plan(std::int64_t message, Entry &entry, Instant moment);

    std::map<std::int64_t, Entry> m_entries;
    std::set<std::int64_t> m_ready;
    std::set<std::pair<Instant, std::int64_t>> m_moments;
    std::unordered_map<QByteArray, std::deque<std::int64_t>> m_lines; // by key; the first one moves
    std::int64_t m_inFlight = 0;
};

} // namespace services::broker
