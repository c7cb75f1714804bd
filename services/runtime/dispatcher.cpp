// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dispatcher.h"

#include <services/telemetry/serverspan.h>

#include <algorithm>

namespace services::runtime {

using contract::Reply;
using contract::Request;
using contract::RequestContext;
using namespace Qt::StringLiterals;

// Counts a request in for as long as it is inside.
class Dispatcher::Admission
{
public:
    explicit Admission(int &inFlight)
        : m_inFlight(inFlight)
    {
        ++m_inFlight;
    }
    ~Admission() { --m_inFlight; }
    Admission(const Admission &) = delete;
    Admission &operator=(const Admission &) = delete;

private:
    int &m_inFlight;
};

namespace {

// Upstream, Refused and Reset mean "this request was not seen" and "may not have been seen". Of a call
// further down that is not true of the request at hand, which was seen: nobody may repeat it on that ground.
template<typename T>
Result<T> asSeenFromOutside(Result<T> outcome)
{
    if (outcome || (outcome.error().kind != Kind::Refused && outcome.error().kind != Kind::Reset))
        return outcome;
    outcome.error().kind = Kind::Unavailable;
    return outcome;
}

} // namespace

Dispatcher::Dispatcher(Options options, Means means)
    : m_options(options)
    , m_slots(means.slots)
    , m_faults(means.faults)
    , m_backing(means.backing)
    , m_recorder(means.recorder)
{
}

Result<void> Dispatcher::add(const model::system::Capability &capability,
                             const contract::Component &component)
{
    return addRoutes(capability, component).and_then([&] { return addSubscriptions(capability, component); });
}

Result<void> Dispatcher::addRoutes(const model::system::Capability &capability,
                                   const contract::Component &component)
{
    for (const auto &endpoint : capability.endpoints) {
        const auto &routes = component.routes();
        const auto route
            = std::ranges::find(routes, endpoint.id.operation, &contract::Component::Route::operation);
        if (route == routes.end())
            return failure(Kind::Internal,
                           u"The code of %1 does not serve %2, which its system declares"_s.arg(
                               capability.id.value, endpoint.id.operation),
                           capability.id.value);
        m_operations.insert_or_assign(endpoint.id, Operation{endpoint.serviceTime, route->handler});
    }
    return {};
}

Result<void> Dispatcher::addSubscriptions(const model::system::Capability &capability,
                                          const contract::Component &component)
{
    for (const auto &consumption : capability.consumes) {
        const auto &subscriptions = component.subscriptions();
        const auto subscription
            = std::ranges::find(subscriptions, consumption.topic, &contract::Component::Subscription::topic);
        if (subscription == subscriptions.end())
            return failure(Kind::Internal,
                           u"The code of %1 does not listen to %2, as its system declares"_s.arg(
                               capability.id.value, consumption.topic.value),
                           capability.id.value);
        m_listeners.insert_or_assign({capability.id, consumption.topic},
                                     Listener{consumption.serviceTime, subscription->handler});
    }
    return {};
}

QCoro::Task<Result<Reply>> Dispatcher::dispatch(Request request, Arrival arrival, QByteArray causes)
{
    telemetry::ServerSpan span(m_recorder, request, arrival != Arrival::Local);
    request.context.trace = span.context();
    if (arrival == Arrival::Doomed)
        m_faults.touchBroken(span.context());
    if (!causes.isEmpty())
        m_faults.touchByCustomers(span.context(), causes);
    auto outcome = co_await serve(std::move(request), arrival);
    span.finish(outcome);
    co_return outcome;
}

QCoro::Task<Result<Reply>> Dispatcher::serve(Request request, Arrival arrival)
{
    const auto found = m_operations.find(request.endpoint);
    if (found == m_operations.end())
        co_return failure(Kind::NotFound, u"%1 is not served here"_s.arg(request.endpoint.operation));
    const int present = inFlight();
    const bool isOutside = arrival != Arrival::Local;
    if (isOutside && m_options.shedder != nullptr
        && !m_options.shedder->admits(present, m_options.inFlightLimit))
        co_return failure(Kind::Overloaded,
                          u"Load is shed, with %1 requests in flight; try again"_s.arg(present));
    if (isOutside && present >= m_options.inFlightLimit) // who has been let in goes his whole way
        co_return failure(Kind::Overloaded, u"%1 requests are in flight already; try again"_s.arg(present));

    const Admission admission(m_inFlight);
    if (m_faults.areInForce()) {
        auto suffered = co_await m_faults.suffer(request.endpoint.capability, request.context);
        if (!suffered)
            co_return failure(suffered.error());
    }
    const auto &operation = found->second;
    const auto worked = co_await m_slots.work(operation.serviceTime, request.context.deadline);
    if (!worked)
        co_return failure(worked.error());
    auto outcome = co_await perform(operation, std::move(request));
    co_return asSeenFromOutside(std::move(outcome));
}

// Whoever was slow because of its store is answered later; others are not.
QCoro::Task<Result<Reply>> Dispatcher::perform(const Operation &operation, Request request)
{
    const auto trace = request.context.trace;
    const auto deadline = request.context.deadline;
    m_backing.forget();
    auto handling = operation.handler(std::move(request));
    auto toll = m_backing.take(); // of what it did before it first had to wait for something
    auto outcome = co_await handling;
    m_backing.touchStranded(trace);
    const auto rest = m_backing.take();
    toll.owed += rest.owed;
    toll.troubles |= rest.troubles;
    if (toll.isNothing())
        co_return outcome;
    const auto paid = co_await m_backing.pay(toll, trace, deadline);
    if (!paid)
        co_return failure(paid.error());
    co_return outcome;
}

QCoro::Task<Result<void>> Dispatcher::deliver(model::system::CapabilityId consumer, broker::Delivery delivery)
{
    auto &event = delivery.event;
    const auto found = m_listeners.find({consumer, event.topic});
    if (found == m_listeners.end())
        co_return failure(Kind::Internal,
                          u"%1 does not listen to %2"_s.arg(consumer.value, event.topic.value));

    telemetry::ServerSpan span(m_recorder, consumer, event);
    m_backing.touch(span.context(), delivery);
    RequestContext context;
    context.trace = span.context();
    context.deadline = m_recorder.now() + m_options.messageTimeout;
    auto outcome = co_await handle(found->second, std::move(event), std::move(context));
    span.finish(outcome);
    co_return outcome;
}

QCoro::Task<Result<void>>
Dispatcher::handle(const Listener &listener, contract::Event event, RequestContext context)
{
    auto worked = co_await m_slots.work(listener.serviceTime, context.deadline);
    if (!worked)
        co_return worked;
    const auto trace = context.trace;
    const auto deadline = context.deadline;
    m_backing.forget();
    auto outcome = co_await listener.handler(std::move(event), std::move(context));
    if (const auto toll = m_backing.take(); !toll.isNothing()) {
        const auto paid = co_await m_backing.pay(toll, trace, deadline);
        if (!paid)
            co_return paid;
    }
    co_return asSeenFromOutside(std::move(outcome));
}

} // namespace services::runtime
