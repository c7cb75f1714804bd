// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/layout/layoutrequest.h>
#include <model/packaging/presets.h>
#include <model/system/systemreader.h>

#include <random>

// The systems which the tests of this folder lay out.
namespace tests::layout {

inline model::system::System shop()
{
    const auto file = QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json");
    const auto system = model::system::SystemReader::readFile(file);
    return system ? *system : model::system::System{}; // an empty one fails every test that uses it
}

// A front door and `count - 1` capabilities behind it, each called by one or two of those before it; one in
// five publishes a topic, which two others consume.
inline model::system::System random(int count, unsigned seed)
{
    using namespace model::system;
    std::mt19937 random(seed);
    System system;
    system.title = QStringLiteral("System of %1").arg(count);
    system.teams = {{{QStringLiteral("t")}, QStringLiteral("Team")}};
    for (int i = 0; i < count; ++i) {
        const auto name = QStringLiteral("c%1").arg(i);
        Capability capability;
        capability.id = {name};
        capability.title = QStringLiteral("Capability %1").arg(i);
        capability.team = {QStringLiteral("t")};
        auto &endpoint = capability.endpoints.emplace_back();
        endpoint.id = {{name}, QStringLiteral("GET /")};
        endpoint.idempotent = true;
        if (i % 2 == 1)
            capability.owns = {QStringLiteral("things")};
        system.capabilities.push_back(capability);
    }
    system.entry = system.capabilities.front().id;
    for (int i = 1; i < count; ++i) {
        for (int calls = 1 + static_cast<int>(random() % 2); calls > 0; --calls) {
            auto &caller = system.capabilities[random() % static_cast<unsigned>(i)].endpoints.front();
            const auto necessity = random() % 3 == 0 ? Necessity::Optional : Necessity::Required;
            caller.calls.push_back(
                {system.capabilities[static_cast<std::size_t>(i)].endpoints.front().id, necessity, {}});
        }
    }
    for (int i = 0; i < count; i += 5) {
        const TopicId topic{QStringLiteral("topic.%1").arg(i)};
        system.topics.push_back({topic, {}});
        system.capabilities[static_cast<std::size_t>(i)].publishes.push_back(topic);
        for (int consumers = 0; consumers < 2; ++consumers)
            system.capabilities[random() % static_cast<unsigned>(count)].consumes.push_back({topic, {}});
    }
    return system;
}

inline model::layout::LayoutRequest requestFor(const model::system::System &system, const QString &packaging)
{
    model::layout::LayoutRequest request;
    request.system = system;
    request.packaging = *model::packaging::preset(packaging, system);
    return request;
}

} // namespace tests::layout
