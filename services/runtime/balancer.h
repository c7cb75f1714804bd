// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "outliers.h"
#include "routeboard.h"

#include <services/contract/clock.h>
#include <services/transport/addresssource.h>

namespace services::runtime {

// Chooses the instance for a call: among those of the routing table the one with the fewest
// outstanding requests of all callers; of equals, the next in turn. An instance that refused a connection is
// left out until the routing table changes, or for a while, as are outliers, so far as the policies in force
// say so. Whom policies leave out is asked all the same when there is nobody else. Owned by one caller's
// thread; several share the counts through the targets.
class Balancer final : public transport::AddressSource
{
public:
    struct Options
    {
        std::chrono::nanoseconds refusalMemory = std::chrono::seconds(1);
        std::size_t firstTurn = 0; // so that not everybody starts with the same instance
    };
    // Without outliers no policies apply: refusals are remembered, and nobody is ejected.
    Balancer(std::shared_ptr<const RouteBoard> board,
             const contract::Clock &clock,
             Options options,
             Outliers *outliers = nullptr);

    std::optional<transport::Lease> pick(const model::system::CapabilityId &callee) override;
    void refused(const transport::Lease &lease, const contract::Request &request) override;
    void ended(const transport::Lease &lease,
               const contract::Request &request,
               std::optional<contract::Kind> failure) override;

private:
    using Targets = std::vector<std::shared_ptr<Target>>;
    struct Refusal
    {
        model::system::InstanceId instance;
        transport::Address address;
        contract::Instant until;
    };
    void refresh();
    bool isUsable(const Target &target) const;
    using Filter = std::function<bool(const Target &)>;
    std::shared_ptr<Target> leastOutstanding(const Targets &targets, const Filter &mayBeAsked);
    std::shared_ptr<Target> choose(const model::system::CapabilityId &callee, const Targets &targets);

    std::shared_ptr<const RouteBoard> m_board;
    const contract::Clock &m_clock;
    Options m_options;
    Outliers *const m_outliers;
    std::shared_ptr<const RoutingTable> m_table;
    std::vector<Refusal> m_refusals;
    std::size_t m_turn;
};

} // namespace services::runtime
