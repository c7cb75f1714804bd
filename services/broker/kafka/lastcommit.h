// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client.h"

#include <chrono>

namespace services::broker::kafka {

// A commit that is waited for, unlike those on the way: its own answer, and not one of an earlier commit.
// Asked for when it is made, so that several can be on their way at once. Thread of its client, which
// outlives it.
class LastCommit
{
public:
    LastCommit(Client &client, PartitionList progress);
    ~LastCommit();
    LastCommit(const LastCommit &) = delete;
    LastCommit &operator=(const LastCommit &) = delete;

    // Until the server has it, asking again when it refuses; false: not until then.
    bool isDoneBy(std::chrono::steady_clock::time_point end);

private:
    void ask();

    Client &m_client;
    PartitionList m_progress;
    rd_kafka_queue_t *m_answers;
};

} // namespace services::broker::kafka
