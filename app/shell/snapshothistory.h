// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/snapshot.h>

#include <deque>

namespace app::shell {

// How everything was over the last minutes, a snapshot a second, without what happened in between (requests,
// spans): some megabytes at most. So it tells how much failed at a moment, and not what failures began with,
// which is read from spans (graph::FailureCauses). A plain object.
class SnapshotHistory
{
public:
    void take(const services::platform::Snapshot &snapshot);
    // The last one before or at this moment; else the oldest. Null: there is none.
    const services::platform::Snapshot *at(model::telemetry::Instant moment) const;
    size_t size() const { return m_snapshots.size(); }

    static constexpr std::chrono::seconds length{125}; // what the time line shows, and a bit

private:
    std::deque<services::platform::Snapshot> m_snapshots; // the oldest first
};

} // namespace app::shell
