// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/policybook.h>

#include <atomic>
#include <memory>
#include <mutex>

namespace services::resilience {

// Where a fleet's policies in force hang, for everyone to look at. Written by the fleet's control thread,
// read by each instance at each call; any thread. A look at the version costs a load; only news cost a lock.
class PolicyBoard
{
public:
    // One state of the board. Immutable.
    struct Edition
    {
        std::uint64_t version = 0;
        model::operation::PolicyBook book;
    };
    explicit PolicyBoard(model::operation::PolicyBook book);

    void publish(model::operation::PolicyBook book);
    std::shared_ptr<const Edition> current() const; // never null
    std::uint64_t version() const { return m_version.load(std::memory_order_acquire); }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const Edition> m_edition;
    std::atomic<std::uint64_t> m_version;
};

} // namespace services::resilience
