// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "balancer.h"

namespace services::runtime {

// A balancer for a caller outside the fleet: depends on nothing of the fleet's but the board. One thread.
class OutsideBalancer final : public transport::AddressSource
{
public:
    OutsideBalancer(std::shared_ptr<const RouteBoard> board, Balancer::Options options)
        : m_balancer(std::move(board), m_clock, options)
    {
    }

    std::optional<transport::Lease> pick(const model::system::CapabilityId &callee) override
    {
        return m_balancer.pick(callee);
    }
    void refused(const transport::Lease &lease, const contract::Request &request) override
    {
        m_balancer.refused(lease, request);
    }

private:
    contract::SystemClock m_clock;
    Balancer m_balancer;
};

} // namespace services::runtime
