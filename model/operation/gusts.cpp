// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gusts.h"

#include <random>

namespace model::operation {

using std::chrono::milliseconds;

namespace {

// The standard's distributions differ from library to library; its generators do not.
class Draw
{
public:
    explicit Draw(quint64 seed)
        : m_random(seed)
    {
    }
    // From 0 to below `end`.
    std::size_t below(std::size_t end) { return m_random() % end; }
    milliseconds between(milliseconds least, milliseconds most)
    {
        return least + milliseconds(below(static_cast<std::size_t>((most - least).count()) + 1));
    }
    template<typename T>
    const T &oneOf(const std::vector<T> &all)
    {
        return all[below(all.size())];
    }

private:
    std::mt19937_64 m_random;
};

constexpr milliseconds shortest{80};
constexpr milliseconds longestCrash{700};
constexpr milliseconds longest{2600}; // so that callers give up with the usual timeout of 2 s
constexpr milliseconds shortestCalm{100};
constexpr milliseconds longestCalm{800};

system::CapabilityId victim(const Storm &storm, Draw &draw)
{
    const bool isOfMost = !storm.most.empty() && draw.below(2) == 0;
    return draw.oneOf(isOfMost ? storm.most : storm.capabilities);
}

Fault link(FaultKind kind, const Storm::Link &cut)
{
    Fault fault;
    fault.kind = kind;
    fault.target.capability = cut.caller;
    fault.callee = cut.callee;
    return fault;
}

Fault faultOf(const Storm &storm, Draw &draw)
{
    Fault fault;
    const auto chance = draw.below(20); // in twentieths
    if (chance < 2) {
        fault.kind = FaultKind::BrokerDown;
        return fault;
    }
    if (chance < 7 && !storm.links.empty())
        return link(chance < 4 ? FaultKind::CutOff : FaultKind::CutReplies, draw.oneOf(storm.links));
    fault.kind = FaultKind::Crash;
    if (chance < 10)
        fault.kind = chance < 8 ? FaultKind::Hang
            : chance < 9        ? FaultKind::Freeze
                                : FaultKind::ResetConnections;
    fault.target.capability = victim(storm, draw);
    return fault;
}

} // namespace

std::vector<Gust> gustsOf(const Storm &storm, quint64 seed)
{
    Draw draw(seed);
    std::vector<Gust> gusts;
    milliseconds total{0};
    while (total < storm.duration && !storm.capabilities.empty()) {
        auto fault = faultOf(storm, draw);
        const auto lasts = draw.between(shortest, fault.kind == FaultKind::Crash ? longestCrash : longest);
        const auto calm = draw.between(shortestCalm, longestCalm);
        gusts.push_back({std::move(fault), lasts, calm});
        total += lasts + calm;
    }
    return gusts;
}

} // namespace model::operation
