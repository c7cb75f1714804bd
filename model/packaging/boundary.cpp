// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "boundary.h"

namespace model::packaging {

using system::Capability;
using system::System;
using system::TopicId;

namespace {

void addConsumers(const System &system,
                  const CrossingEvent &published,
                  const Packaging &packaging,
                  std::vector<CrossingEvent> &crossing)
{
    for (const auto &consumer : system.consumersOf(published.topic)) {
        if (packaging.crosses(published.from, consumer))
            crossing.push_back({published.from, consumer, published.topic});
    }
}

} // namespace

std::vector<CrossingCall> crossingCalls(const System &system, const Packaging &packaging)
{
    std::vector<CrossingCall> crossing;
    for (const Capability &capability : system.capabilities) {
        for (const auto &endpoint : capability.endpoints) {
            for (const auto &call : endpoint.calls) {
                if (packaging.crosses(capability.id, call.to.capability))
                    crossing.push_back({endpoint.id, call});
            }
        }
    }
    return crossing;
}

std::vector<CrossingEvent> crossingEvents(const System &system, const Packaging &packaging)
{
    std::vector<CrossingEvent> crossing;
    for (const Capability &capability : system.capabilities) {
        for (const TopicId &topic : capability.publishes)
            addConsumers(system, {capability.id, {}, topic}, packaging, crossing);
    }
    return crossing;
}

} // namespace model::packaging
