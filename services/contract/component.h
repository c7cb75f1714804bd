// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "caller.h"
#include "event.h"

#include <functional>
#include <vector>

namespace services::contract {

using Handler = std::function<QCoro::Task<Result<Reply>>(Request)>;
using EventHandler = std::function<QCoro::Task<Result<void>>(Event, RequestContext)>;

// The business code of one capability. Knows neither HTTP nor threads nor packaging: it names what it serves
// and what it listens to, and is called. Owned by its instance, in whose thread it is made, used and
// destroyed. Handlers may overlap at each co_await; when the instance crashes, every wait ends with Cancelled
// and the component is destroyed after all of its handlers have returned.
class Component
{
public:
    struct Route
    {
        QString operation; // as in the system's file: "GET /products/{id}"
        Handler handler;
    };
    struct Subscription
    {
        model::system::TopicId topic;
        EventHandler handler; // an error means: deliver again later
    };

    Component() = default;
    virtual ~Component() = default;
    Component(const Component &) = delete;
    Component &operator=(const Component &) = delete;

    const std::vector<Route> &routes() const { return m_routes; }
    const std::vector<Subscription> &subscriptions() const { return m_subscriptions; }

protected:
    // serve(u"GET /products"_s, this, &Catalogue::listProducts);
    template<typename Self>
    void serve(QString operation, Self *self, QCoro::Task<Result<Reply>> (Self::*method)(Request))
    {
        m_routes.push_back({std::move(operation),
                            [self, method](Request request) { return (self->*method)(std::move(request)); }});
    }
    template<typename Self>
    void consume(QString topic, Self *self, QCoro::Task<Result<void>> (Self::*method)(Event, RequestContext))
    {
        m_subscriptions.push_back({{std::move(topic)}, [self, method](Event event, RequestContext context) {
                                       return (self->*method)(std::move(event), std::move(context));
                                   }});
    }

private:
    std::vector<Route> m_routes;
    std::vector<Subscription> m_subscriptions;
};

} // namespace services::contract
