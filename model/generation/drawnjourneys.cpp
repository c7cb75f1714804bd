// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "draft.h"

#include <algorithm>

namespace model::generation {

using namespace Qt::StringLiterals;
using system::Call;
using system::Capability;
using system::CapabilityId;
using system::Endpoint;
using system::EndpointId;
using system::Journey;
using system::Step;

namespace {

using Index = std::size_t;

QString thingsOf(const Capability &capability)
{
    return endpointWith(capability, u"GET"_s)->id.operation.section(u'/', 1, 1);
}

// The entry's endpoint for an operation: there already, or a new one that calls what is given.
EndpointId doorFor(Draft &draft, const QString &operation, const std::vector<Call> &calls)
{
    auto &entry = draft.system.capabilities.front();
    const EndpointId id{entry.id, operation};
    if (draft.system.endpoint(id) != nullptr)
        return id;
    const bool isRead = operation.startsWith(u"GET ");
    Endpoint door;
    door.id = id;
    door.summary = isRead ? u"Asks for something."_s : u"Has something written down."_s;
    door.serviceTime = someWork(draft.lots);
    door.idempotent = true;
    door.calls = calls;
    entry.endpoints.push_back(std::move(door));
    return id;
}

Call callTo(const EndpointId &callee)
{
    Call call;
    call.to = callee;
    return call;
}

Step stepTo(const EndpointId &door, const QString &subject)
{
    Step step;
    step.endpoint = door;
    if (door.operation.contains(u"{id}"))
        step.path.insert(u"id"_s, subject);
    return step;
}

Step writingStep(Draft &draft, const Capability &about)
{
    const auto things = thingsOf(about);
    const auto id = doorFor(draft, u"POST /%1"_s.arg(things), {callTo(endpointWith(about, u"POST"_s)->id)});
    auto step = stepTo(id, {});
    step.expectedStatus = 201;
    step.captures.insert(u"made"_s, u"/id"_s);
    return step;
}

Step readingStep(Draft &draft, const Capability &about, const QString &subject)
{
    const auto id
        = doorFor(draft, u"GET /%1/{id}"_s.arg(thingsOf(about)), {callTo(endpointWith(about, u"GET"_s)->id)});
    return stepTo(id, subject);
}

// What has come of a message: an endpoint of its own, which asks nobody else, tells it.
Step hearingStep(Draft &draft, Capability &listener)
{
    const QString operation = u"GET /%1/heard/{id}"_s.arg(thingsOf(listener));
    const EndpointId heard{listener.id, operation};
    if (draft.system.endpoint(heard) == nullptr) {
        Endpoint teller;
        teller.id = heard;
        teller.summary = u"What it was told about one."_s;
        teller.serviceTime = someWork(draft.lots);
        teller.idempotent = true;
        listener.endpoints.push_back(std::move(teller));
    }
    auto step = stepTo(doorFor(draft, operation, {callTo(heard)}), u"{made}"_s);
    step.until = system::Until{u"/items"_s, std::chrono::milliseconds(2000), std::chrono::milliseconds(6000)};
    return step;
}

Journey journey(const QString &verb, const Capability &about, Lots &lots)
{
    Journey made;
    const auto things = thingsOf(about);
    made.id.value = u"%1-%2"_s.arg(verb.section(u' ', 0, 0).toLower(), things);
    made.title = u"%1 %2"_s.arg(verb, things);
    made.weight = lots.between(1, 10);
    return made;
}

void add(Draft &draft, Journey journey)
{
    auto &all = draft.system.journeys;
    if (std::ranges::find(all, journey.id, &Journey::id) == all.end())
        all.push_back(std::move(journey));
}

void addLook(Draft &draft, Index about)
{
    // By value: new endpoints move the old ones.
    auto made = journey(u"See"_s, draft.system.capabilities[about], draft.lots);
    made.steps.push_back(readingStep(draft, draft.system.capabilities[about], u"{word}"_s));
    add(draft, std::move(made));
}

void addWriting(Draft &draft, Index about)
{
    auto made = journey(u"Add"_s, draft.system.capabilities[about], draft.lots);
    made.steps.push_back(writingStep(draft, draft.system.capabilities[about]));
    if (draft.lots.chance(50))
        made.steps.push_back(readingStep(draft, draft.system.capabilities[about], u"{made}"_s));
    add(draft, std::move(made));
}

void addHearing(Draft &draft, Index about, Index listener)
{
    auto made = journey(u"Await"_s, draft.system.capabilities[listener], draft.lots);
    made.steps.push_back(writingStep(draft, draft.system.capabilities[about]));
    made.steps.push_back(hearingStep(draft, draft.system.capabilities[listener]));
    add(draft, std::move(made));
}

bool isWritable(const Capability &capability)
{
    return endpointWith(capability, u"POST"_s) != nullptr;
}

// Who hears of what the capability publishes and remembers it.
std::vector<Index> listenersOf(const system::System &system, const Capability &publisher)
{
    std::vector<Index> listeners;
    for (Index i = 0; i < system.capabilities.size(); ++i) {
        const auto &other = system.capabilities[i];
        const bool hears = std::ranges::any_of(other.consumes, [&](const auto &consumption) {
            return std::ranges::find(publisher.publishes, consumption.topic) != publisher.publishes.end();
        });
        if (hears && !other.owns.empty())
            listeners.push_back(i);
    }
    return listeners;
}

std::vector<Index> whoAreHeard(const system::System &system)
{
    std::vector<Index> all;
    for (Index i = 0; i < system.capabilities.size(); ++i) {
        if (!listenersOf(system, system.capabilities[i]).empty())
            all.push_back(i);
    }
    return all;
}

} // namespace

void addTopics(Draft &draft)
{
    auto &capabilities = draft.system.capabilities;
    for (Index i = 1; i + 1 < capabilities.size(); ++i) {
        if (!isWritable(capabilities[i]) || !draft.lots.chance(50))
            continue;
        const system::TopicId topic{capabilities[i].id.value + u".told"_s};
        draft.system.topics.push_back(
            {topic, u"One of %1 was written down."_s.arg(thingsOf(capabilities[i]))});
        capabilities[i].publishes.push_back(topic);
        for (int listeners = draft.lots.between(1, 3); listeners > 0; --listeners) {
            auto &listener = capabilities[i + 1 + draft.lots.below(capabilities.size() - i - 1)];
            if (std::ranges::find(listener.consumes, topic, &system::Consumption::topic)
                == listener.consumes.end())
                listener.consumes.push_back({topic, someWork(draft.lots)});
        }
    }
}

void addJourneys(Draft &draft)
{
    addLook(draft, 1); // one at least that only looks
    const auto capabilities = draft.system.capabilities.size();
    const auto told = whoAreHeard(draft.system);
    const int wanted = draft.lots.between(3, 7);
    for (int made = 1; made < wanted; ++made) {
        const Index about = 1 + draft.lots.below(capabilities - 1);
        if (!told.empty() && draft.lots.chance(30)) {
            const auto publisher = draft.lots.oneOf(told);
            const auto listeners = listenersOf(draft.system, draft.system.capabilities[publisher]);
            addHearing(draft, publisher, draft.lots.oneOf(listeners));
        } else if (isWritable(draft.system.capabilities[about]) && draft.lots.chance(60)) {
            addWriting(draft, about);
        } else {
            addLook(draft, about);
        }
    }
}

} // namespace model::generation
