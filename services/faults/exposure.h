// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "faultboard.h"

#include <model/packaging/packaging.h>
#include <services/waiting/pending.h>

#include <array>
#include <list>

namespace services::faults {

using model::operation::Fault;
using model::operation::FaultReach;
using model::result::Result;
using waiting::Instant;

// A running copy of a unit, as faults aim at it.
struct Place
{
    model::packaging::Unit unit;
    model::system::InstanceId instance;
};

// Whether a fault takes the instance, and so some or all of what it holds. Of a link: as the caller; of a
// poisoned message: as the consumer; a broken broker takes all, and customers' faults nobody.
bool takes(const FaultInForce &inForce, const Place &place);

// What one instance has to suffer of all faults in force. Owned by the instance, in its thread; outlives who
// waits in it.
class Exposure
{
public:
    struct Waiting
    {
        waiting::WaitScope &scope;
        waiting::Timers &timers;
    };
    Exposure(std::shared_ptr<const FaultBoard> board, Place place, Waiting waiting);

    // Nothing is in force anywhere in the fleet. Costs one atomic load.
    bool isClear() { return current().faults.empty(); }
    // What takes this instance. Costs one atomic load while there is no news; valid until the next look.
    const std::vector<Fault> &of(FaultReach reach);
    // All faults of the fleet. Valid until the next look.
    const FaultsInForce &current();
    bool isInForce(const Fault &fault);
    const Place &place() const { return m_place; }
    Instant now() const { return m_waiting.timers.now(); }

    // Waits until the moment, or until the fault is lifted. Cancelled when the instance ends first.
    QCoro::Task<Result<void>> endure(Fault fault, Instant until);
    // The board has news: whoever endures what is no longer in force goes on at once.
    void look();

private:
    void refresh();

    std::shared_ptr<const FaultBoard> m_board;
    Place m_place;
    Waiting m_waiting;
    std::shared_ptr<const FaultsInForce> m_current;
    std::array<std::vector<Fault>, 7> m_faults; // by reach
    std::list<waiting::Completer<void>> m_enduring;
};

} // namespace services::faults
