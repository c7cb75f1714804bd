// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "instance.h"

#include "nofileleft.h"
#include "unitstore.h"

#include <services/waiting/descriptorset.h>

#include <algorithm>

namespace services::runtime {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::system::Capability;

namespace {

constexpr auto quietTick = 2ms;
constexpr auto portTick = 50ms;

std::vector<Capability> capabilitiesOf(const InstancePlan &plan)
{
    std::vector<Capability> capabilities;
    for (const auto &id : plan.unit.capabilities) {
        if (const auto *capability = plan.fleet->plan.system.capability(id))
            capabilities.push_back(*capability);
    }
    return capabilities;
}

// What a unit can take is what its capabilities can take together.
int sumOf(const InstancePlan &plan, int Capability::*limit)
{
    int sum = 0;
    for (const auto &capability : capabilitiesOf(plan))
        sum += capability.*limit;
    return sum;
}

telemetry::Recorder::Options recording(const InstancePlan &plan)
{
    telemetry::Recorder::Options options;
    options.instance = plan.id;
    options.seed = plan.seed();
    options.sampledShare = plan.fleet->plan.options.sampledShare;
    return options;
}

Dispatcher::Options dispatching(const InstancePlan &plan, Shedder &shedder)
{
    Dispatcher::Options options;
    options.inFlightLimit = sumOf(plan, &Capability::inFlightLimit);
    options.shedder = &shedder;
    return options;
}

Balancer::Options balancing(const InstancePlan &plan)
{
    return {plan.fleet->plan.options.refusalMemory, static_cast<std::size_t>(plan.seed() >> 32)};
}

} // namespace

Instance::Instance(InstancePlan plan)
    : m_plan(std::move(plan))
    , m_exposure(m_plan.fleet->boards.faults, {m_plan.unit, m_plan.id}, {m_scope, m_timers})
    , m_recorder(m_clock, recording(m_plan))
    , m_client({}, m_scope, m_timers)
    , m_outliers(fleetPlan().packaging, m_plan.fleet->boards.policies, m_recorder)
    , m_balancer(m_plan.fleet->boards.routes, m_clock, balancing(m_plan), &m_outliers)
    , m_slots({sumOf(m_plan, &Capability::workers), sumOf(m_plan, &Capability::queueLimit)},
              ServiceTimes(m_plan.seed(), fleetPlan().options.serviceTimeScale),
              m_scope,
              m_timers)
    , m_shedder(m_plan.unit.capabilities, m_plan.fleet->boards.policies, m_recorder)
    , m_requestFaults(m_exposure, m_recorder, m_plan.seed())
    , m_backingFaults({m_exposure, m_recorder, m_scope, m_timers})
    , m_processFaults(m_exposure, m_timers, m_plan.seed(), [this] { perish(); })
    , m_dispatcher(dispatching(m_plan, m_shedder), {m_slots, m_requestFaults, m_backingFaults, m_recorder})
    , m_wiring(m_plan,
               {m_dispatcher,
                m_backingFaults,
                m_client,
                m_balancer,
                m_exposure,
                {m_recorder, m_scope, m_timers},
                m_clock})
    , m_door({m_plan.unit.id, m_plan.id, fleetPlan().options.fleetKey},
             {m_dispatcher, m_processFaults, m_backingFaults, m_scope, m_timers})
{
}

Instance::~Instance()
{
    crash();
}

Result<quint16> Instance::open(const EndOrder &order)
{
    if (!m_timers.works() || !waiting::DescriptorSet::ofThisThread()->works())
        return failure(noFileLeft());
    if (const auto wrong = m_processFaults.wrongSetting(); !wrong.isEmpty())
        return failure(Kind::InvalidInput, u"%1 cannot start: %2"_s.arg(m_plan.id.value, wrong),
                       m_plan.unit.id.value);
    if (const auto opened = openStore(order); !opened)
        return failure(opened.error());
    if (const auto made = makeComponents(); !made)
        return failure(made.error());
    const auto port = listen();
    if (!port)
        return port;
    m_relay->start();
    for (const auto &capability : capabilitiesOf(m_plan))
        m_consumers->subscribe(capability);
    lookAtFaults();
    return port;
}

Result<void> Instance::openStore(const EndOrder &order)
{
    auto database = openUnitStore(m_plan, order);
    if (!database)
        return failure(database.error());
    m_database = std::move(*database);
    m_backingFaults.watch(*m_database);
    m_outbox.emplace(*m_database);
    m_outbox->onEvent([this](const contract::Event &event) { m_backingFaults.noteEvent(event); });
    m_inbox.emplace(*m_database);
    m_relay.emplace(*m_outbox, *m_plan.fleet->broker, m_scope, m_timers);
    const auto published = [this](const model::system::TopicId &topic, int messages) {
        m_recorder.countPublished(topic, messages);
    };
    m_relay->onPublished(published);
    m_direct.emplace(*m_database, *m_plan.fleet->broker, DirectPublisher::Surroundings{m_scope, m_timers});
    m_direct->onPublished(published);
    const auto &safeguards = *m_plan.fleet->boards.safeguards;
    m_events.emplace(*m_outbox, *m_direct, safeguards);
    m_memory.emplace(*m_inbox, safeguards);
    m_consumers.emplace(*m_plan.fleet->broker, m_dispatcher, m_scope,
                        broker::Owner{m_plan.id, m_plan.incarnation});
    return {};
}

// Customers come to the entry's unit: what else is inside it is none of their business. Units behind it are
// in the shop's own network, as they would be in a data centre.
bool Instance::isForStrangers(const Capability &capability) const
{
    const auto &entry = fleetPlan().system.entry;
    return capability.id == entry
        || std::ranges::find(m_plan.unit.capabilities, entry) == m_plan.unit.capabilities.end();
}

Result<void> Instance::makeComponents()
{
    for (const auto &capability : capabilitiesOf(m_plan)) {
        m_callers.push_back(m_wiring.callerFor(capability.id));
        const assembly::ComponentContext context{*m_callers.back(),
                                                 *m_database,
                                                 *m_events,
                                                 *m_memory,
                                                 m_processFaults.clock(),
                                                 m_scope,
                                                 m_timers,
                                                 fleetPlan().options.sessionKey,
                                                 m_plan.fleet->boards.safeguards};
        auto component = m_plan.fleet->factory->make(capability.id, context);
        if (!component)
            return failure(Kind::Internal, u"There is no code for %1"_s.arg(capability.id.value),
                           capability.id.value);
        m_components.push_back(std::move(component));
        if (auto added = m_dispatcher.add(capability, *m_components.back()); !added)
            return added;
        m_door.open(capability, isForStrangers(capability));
    }
    return {};
}

Result<quint16> Instance::listen()
{
    m_server = std::make_unique<transport::HttpServer>(
        transport::HttpLimits::ofThisProcess(), m_timers,
        [this](transport::HttpRequest message, transport::HttpResponder responder) {
            m_door.receive(std::move(message), std::move(responder));
        });
    auto port = m_server->listen(m_plan.port);
    if (!port && m_plan.port != 0 && !m_plan.portIsFixed)
        port = m_server->listen(0); // somebody else has taken it meanwhile
    m_port = port.value_or(0);
    return port;
}

void Instance::lookAtFaults()
{
    if (m_scope.isCancelled())
        return;
    m_exposure.look();
    m_processFaults.apply();
    if (m_processFaults.areConnectionsRefused())
        m_server->refuse();
    else
        listenUnlessRefused();
}

// Another program may have got the port meanwhile: then again soon.
void Instance::listenUnlessRefused()
{
    if (m_isClosing || m_scope.isCancelled() || m_server->port() != 0
        || m_processFaults.areConnectionsRefused())
        return;
    if (!m_server->listen(m_port))
        m_timers.after(portTick, [this] { listenUnlessRefused(); });
}

void Instance::perish()
{
    crash();
    if (m_perished)
        m_perished({Kind::Unavailable, u"%1 is out of memory and was killed"_s.arg(m_plan.id.value),
                    m_plan.unit.id.value});
}

void Instance::crash()
{
    if (m_scope.isCancelled())
        return;
    if (m_database)
        m_database->revoke();
    end();
}

void Instance::close(std::chrono::milliseconds limit, std::function<void()> closed)
{
    m_isClosing = true;
    m_consumers->pause();
    m_server->close();
    closeWhenQuiet(m_timers.now() + limit, std::move(closed));
}

void Instance::closeWhenQuiet(Instant limit, std::function<void()> closed)
{
    if (m_scope.isCancelled())
        return;
    if (!isQuiet() && m_timers.now() < limit) {
        m_timers.after(quietTick,
                       [this, limit, closed = std::move(closed)] { closeWhenQuiet(limit, closed); });
        return;
    }
    end();
    closed();
}

bool Instance::isQuiet()
{
    const auto outbox = m_outbox->depth();
    m_backingFaults.forget();
    const bool published = !outbox || *outbox == 0; // one that cannot be read will not be published either
    return published && m_server->connections() == 0 && m_dispatcher.inFlight() == 0
        && m_consumers->inHand() == 0;
}

void Instance::end()
{
    if (m_server)
        m_server->reset();
    if (m_consumers)
        m_consumers->unsubscribe();
    m_scope.cancel();
}

InstanceReport Instance::report()
{
    InstanceReport report;
    report.instance = m_plan.id;
    report.unit = m_plan.unit.id;
    m_shedder.look();
    report.telemetry = m_recorder.drain();
    report.worked = m_slots.takeWorked();
    auto &occupancy = report.occupancy;
    occupancy.working = m_slots.working();
    occupancy.workers = m_slots.workers();
    occupancy.queued = m_slots.queued();
    occupancy.inFlight = m_dispatcher.inFlight();
    occupancy.connections = m_server ? m_server->connections() : 0;
    occupancy.outbox = outboxDepth();
    return report;
}

// Looking is for free.
int Instance::outboxDepth()
{
    if (m_outbox)
        m_outboxDepth = m_outbox->depth().value_or(m_outboxDepth);
    m_backingFaults.forget();
    return m_outboxDepth;
}

} // namespace services::runtime
