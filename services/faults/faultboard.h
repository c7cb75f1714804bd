// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/faulttable.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace services::faults {

// A fault that was injected into a fleet and has not been lifted.
struct FaultInForce
{
    model::operation::Fault fault;
    model::system::InstanceId instance; // which the target's number meant; empty: each, also those to come

    bool operator==(const FaultInForce &) const = default;
};

// All of them at one moment. An immutable snapshot, made at each change.
struct FaultsInForce
{
    std::uint64_t version = 0;
    std::vector<FaultInForce> faults; // in the order in which they were injected
};

// Where the faults in force of one fleet hang, for everyone to look at. Written by the control thread, read
// by each instance; any thread. A look at the version costs a load; only news cost a lock.
class FaultBoard
{
public:
    void publish(std::vector<FaultInForce> faults);
    std::shared_ptr<const FaultsInForce> current() const; // never null
    std::uint64_t version() const { return m_version.load(std::memory_order_acquire); }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const FaultsInForce> m_faults = std::make_shared<const FaultsInForce>();
    std::atomic<std::uint64_t> m_version{0};
};

} // namespace services::faults
