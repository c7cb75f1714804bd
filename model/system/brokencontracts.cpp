// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contradictions.h"
#include "operation.h"

#include <algorithm>

namespace model::system {

using namespace Qt::StringLiterals;
using json::Problems;

namespace {

QString faultOfLikeness(const Endpoint &endpoint, const System &system)
{
    const auto &contract = *endpoint.contract;
    if (contract.like.capability.isEmpty())
        return {};
    if (std::ranges::find(endpoint.calls, contract.like, &Call::to) != endpoint.calls.end()
        && system.endpoint(contract.like) == nullptr)
        return {}; // it is said of the call
    const auto *other = system.endpoint(contract.like);
    if (other == nullptr)
        return u"There is no endpoint \"%1\". Name one that is there."_s.arg(written(contract.like));
    if (!other->contract.has_value() || !other->contract->like.capability.isEmpty())
        return u"\"%1\" has no contract of its own. Name an endpoint that has one."_s.arg(
            written(contract.like));
    return {};
}

} // namespace

void findBrokenContracts(const System &system, Problems &problems)
{
    for (std::size_t i = 0; i < system.capabilities.size(); ++i) {
        const auto &endpoints = system.capabilities[i].endpoints;
        for (std::size_t j = 0; j < endpoints.size() && !problems.isFull(); ++j) {
            if (!endpoints[j].contract.has_value())
                continue;
            const QString where = u"/capabilities/%1/endpoints/%2/contract"_s.arg(i).arg(j);
            const auto &contract = *endpoints[j].contract;
            if (const QString fault = faultOfLikeness(endpoints[j], system); !fault.isEmpty())
                problems.add(where + u"/like"_s, fault);
            const auto operation = parseOperation(endpoints[j].id.operation);
            for (const auto &[name, shape] : contract.path) {
                if (operation.has_value() && !operation->parameters().contains(name))
                    problems.add(
                        where + u"/path/"_s + name,
                        u"The path has no {%1}. Remove this, or name it as the path does."_s.arg(name));
            }
        }
    }
}

} // namespace model::system
