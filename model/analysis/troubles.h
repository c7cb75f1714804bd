// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ground.h"
#include "mixture.h"
#include "reasons.h"

namespace model::analysis {

using operation::Fault;
using operation::FaultKind;

// Instances of a unit which suffer the same.
struct Lot
{
    int instances = 0;
    std::vector<const Fault *> process; // of the instance as a whole
    std::vector<const Fault *> modules; // of a capability in it, in the order of injection

    const Fault *find(FaultKind kind) const; // of the process
};

// Instances which come and go: crash loops and leaks.
struct Flapping
{
    int unit = 0;
    int lot = 0;
    double upSeconds = 0;
    double downSeconds = 0;
    const Fault *fault = nullptr;
};

// Which flapping lots are down at the moment. Phases last as long as their share says.
struct Phase
{
    double share = 1;
    std::vector<bool> isDown; // by flapping lot
    double downSeconds = 0; // until the last of them is back; 0: none is down
};

// What the faults do, and to whom: sorted by those who suffer. Faults for other fleets are left out. Borrows
// the ground.
class Troubles
{
public:
    explicit Troubles(const Ground &ground);

    const std::vector<Lot> &lots(int unit) const { return m_lots[static_cast<std::size_t>(unit)]; }
    const std::vector<const Fault *> &stores(int unit) const
    {
        return m_stores[static_cast<std::size_t>(unit)];
    }
    // Of calls from one capability to another, either of whose ends may have been named first.
    std::vector<const Fault *> links(const system::CapabilityId &from, const system::CapabilityId &to) const;
    const std::vector<const Fault *> &brokers() const { return m_brokers; }
    const std::vector<const Fault *> &customers() const { return m_customers; }
    const std::vector<Flapping> &flapping() const { return m_flapping; }
    std::vector<Phase> phases() const;
    bool isEmpty() const { return m_faults.empty(); }
    const std::vector<const Fault *> &all() const { return m_faults; }

private:
    void sort(const Fault &fault);
    void addLots(int unit);
    void addFlapping(int unit, int lot);

    const Ground &m_ground;
    std::vector<const Fault *> m_faults; // of this fleet
    std::vector<const Fault *> m_ofInstances; // of processes and modules
    std::vector<const Fault *> m_ofLinks;
    std::vector<std::vector<Lot>> m_lots; // by unit; in the first are those without troubles, if any
    std::vector<std::vector<const Fault *>> m_stores; // by unit
    std::vector<const Fault *> m_brokers;
    std::vector<const Fault *> m_customers;
    std::vector<Flapping> m_flapping;
};

} // namespace model::analysis
