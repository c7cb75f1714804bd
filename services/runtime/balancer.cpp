// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "balancer.h"

#include <algorithm>
#include <limits>

namespace services::runtime {

Balancer::Balancer(std::shared_ptr<const RouteBoard> board,
                   const contract::Clock &clock,
                   Options options,
                   Outliers *outliers)
    : m_board(std::move(board))
    , m_clock(clock)
    , m_options(options)
    , m_outliers(outliers)
    , m_table(m_board->current())
    , m_turn(options.firstTurn)
{
}

std::optional<transport::Lease> Balancer::pick(const model::system::CapabilityId &callee)
{
    refresh();
    const auto found = m_table->targets.constFind(callee);
    if (found == m_table->targets.cend())
        return std::nullopt;
    while (const auto target = choose(callee, *found)) {
        // Counts itself in before the look at `open`: see Target.
        transport::Lease lease(target->address, target->instance, {target, &target->outstanding});
        if (target->open)
            return lease;
    }
    return std::nullopt;
}

void Balancer::refused(const transport::Lease &lease, const contract::Request &request)
{
    if (m_outliers != nullptr && !m_outliers->failsOver(request))
        return;
    m_refusals.push_back({lease.instance(), lease.address(), m_clock.now() + m_options.refusalMemory});
}

void Balancer::refresh()
{
    if (m_board->version() != m_table->version) {
        const auto before = std::exchange(m_table, m_board->current());
        if (m_outliers != nullptr)
            m_outliers->follow(*before, *m_table);
        m_refusals.clear();
    }
    if (!m_refusals.empty())
        std::erase_if(m_refusals,
                      [now = m_clock.now()](const Refusal &refusal) { return refusal.until <= now; });
}

bool Balancer::isUsable(const Target &target) const
{
    return target.open && std::ranges::none_of(m_refusals, [&](const Refusal &refusal) {
               return refusal.instance == target.instance && refusal.address == target.address;
           });
}

void Balancer::ended(const transport::Lease &lease,
                     const contract::Request &request,
                     std::optional<contract::Kind> failure)
{
    if (m_outliers == nullptr || !m_outliers->mayEject())
        return;
    const auto &callee = request.endpoint.capability;
    const auto targets = m_table->targets.constFind(callee);
    m_outliers->ended(lease.instance(), request, failure,
                      targets == m_table->targets.cend() ? 0 : targets->size());
}

std::shared_ptr<Target> Balancer::choose(const model::system::CapabilityId &callee, const Targets &targets)
{
    if (m_outliers != nullptr && m_outliers->mayEject()) {
        m_outliers->tellWhoReturns();
        if (auto chosen = leastOutstanding(
                targets, [&](const Target &target) { return !m_outliers->isOut(callee, target.instance); }))
            return chosen;
    }
    return leastOutstanding(targets, [](const Target &) { return true; });
}

std::shared_ptr<Target> Balancer::leastOutstanding(const Targets &targets, const Filter &mayBeAsked)
{
    std::shared_ptr<Target> best;
    int fewest = std::numeric_limits<int>::max();
    const std::size_t first = m_turn++;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto &target = targets[(first + i) % targets.size()];
        const int outstanding = target->outstanding;
        if (outstanding < fewest && isUsable(*target) && mayBeAsked(*target)) {
            best = target;
            fewest = outstanding;
        }
    }
    return best;
}

} // namespace services::runtime
