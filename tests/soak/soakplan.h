// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/action.h>
#include <model/system/system.h>

#include <random>

namespace tests::soak {

// One random thing after another that is done to the shop in two shapes: faults and their repair, crashes,
// restarts, scalings, autoscalers and switches of policies. What comes next follows from the seed alone, and
// not from how the shop is or how fast it obeys: the same seed does the same things. A value.
class SoakPlan
{
public:
    SoakPlan(const model::system::System &system, quint64 seed, int faultsAtOnce = 4);

    model::operation::Action next();

private:
    using Action = model::operation::Action;

    model::operation::Fault randomFault();
    Action lift();
    Action order();
    Action switchPolicies();
    model::operation::Target randomTarget();
    const model::system::CapabilityId &randomCapability();
    std::size_t draw(std::size_t count);

    const model::system::System &m_system;
    std::mt19937_64 m_random;
    std::size_t m_faultsAtOnce;
    std::vector<model::operation::Fault> m_inForce;
};

} // namespace tests::soak
