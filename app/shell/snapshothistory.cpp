// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "snapshothistory.h"

#include <algorithm>
#include <iterator>

namespace app::shell {

using services::platform::Snapshot;

namespace {

constexpr std::chrono::milliseconds keepEvery{1000};

} // namespace

void SnapshotHistory::take(const Snapshot &snapshot)
{
    if (!m_snapshots.empty() && snapshot.at - m_snapshots.back().at < keepEvery)
        return;
    auto kept = snapshot;
    kept.events.clear();
    for (auto &fleet : kept.fleets) {
        fleet.served = {};
        fleet.spans = {};
        fleet.results = {};
        fleet.steady.reset();
    }
    m_snapshots.push_back(std::move(kept));
    while (m_snapshots.front().at < snapshot.at - length)
        m_snapshots.pop_front();
}

const Snapshot *SnapshotHistory::at(model::telemetry::Instant moment) const
{
    if (m_snapshots.empty())
        return nullptr;
    const auto later = std::ranges::upper_bound(m_snapshots, moment, {}, &Snapshot::at);
    return later == m_snapshots.begin() ? &m_snapshots.front() : &*std::prev(later);
}

} // namespace app::shell
