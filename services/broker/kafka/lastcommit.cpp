// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lastcommit.h"

#include <algorithm>
#include <thread>

namespace services::broker::kafka {

namespace {

constexpr std::chrono::milliseconds pauseAfterRefusal{10};

int millisecondsUntil(std::chrono::steady_clock::time_point end)
{
    const auto until = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    return static_cast<int>(std::max<std::int64_t>(0, until.count()));
}

} // namespace

LastCommit::LastCommit(Client &client, PartitionList progress)
    : m_client(client)
    , m_progress(std::move(progress))
    , m_answers(rd_kafka_queue_new(client.handle()))
{
    ask();
}

LastCommit::~LastCommit()
{
    rd_kafka_queue_destroy(m_answers);
}

void LastCommit::ask()
{
    rd_kafka_commit_queue(m_client.handle(), m_progress.get(), m_answers, nullptr, nullptr);
}

bool LastCommit::isDoneBy(std::chrono::steady_clock::time_point end)
{
    while (const ClientEvent answer{rd_kafka_queue_poll(m_answers, millisecondsUntil(end))}) {
        const auto error = rd_kafka_event_error(answer.get());
        if (error == RD_KAFKA_RESP_ERR_NO_ERROR || error == RD_KAFKA_RESP_ERR__NO_OFFSET)
            return true;
        if (std::chrono::steady_clock::now() >= end)
            return false;
        std::this_thread::sleep_for(pauseAfterRefusal);
        ask();
    }
    return false;
}

} // namespace services::broker::kafka
