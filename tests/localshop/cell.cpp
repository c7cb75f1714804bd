// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cell.h"

#include "localshop.h"

#include <services/shop/shopfactory.h>
#include <services/waiting/pending.h>
#include <services/waiting/post.h>

#include <algorithm>

namespace tests::localshop {

using namespace Qt::StringLiterals;
using namespace services;
using contract::failure;
using contract::Kind;

namespace {

constexpr std::chrono::nanoseconds perAccess{1};

} // namespace

Cell::Cell(LocalShop &shop, QString capability)
    : m_shop(shop)
    , m_capability(std::move(capability))
    , m_disk(std::make_shared<storage::Disk>())
{
    auto opened = storage::Database::open(m_shop.file(m_capability), nullptr, m_disk);
    if (!opened)
        qFatal("%s", qUtf8Printable(opened.error().message));
    m_database = std::move(*opened);
    m_disk->setDelay(perAccess);
    m_disk->set(storage::Disk::Slow, true);
    m_database->observe(this);
    m_outbox = std::make_unique<storage::Outbox>(*m_database);
    m_inbox = std::make_unique<storage::Inbox>(*m_database);
    m_component = shop::ShopFactory().make({m_capability},
                                           {*this, *m_database, *m_outbox, *m_inbox, m_shop.clock(), m_scope,
                                            m_shop.timers(), m_shop.sessionKey(), m_shop.safeguards()});
    if (!m_component)
        qFatal("The shop has no %s", qUtf8Printable(m_capability));
}

Cell::~Cell() = default;

void Cell::crash()
{
    m_database->revoke();
    m_scope.cancel();
}

bool Cell::mayCommit()
{
    m_diesBeforeCommit = m_shop.diesAt({m_capability, Step::Kind::Write, Moment::Before});
    return !m_diesBeforeCommit;
}

void Cell::ended(bool committed)
{
    if (m_diesBeforeCommit || (committed && m_shop.diesAt({m_capability, Step::Kind::Write, Moment::After})))
        m_shop.crash(m_capability);
}

QCoro::Task<Result<Reply>> Cell::handle(Request request)
{
    const auto &routes = m_component->routes();
    const auto route
        = std::ranges::find(routes, request.endpoint.operation, &contract::Component::Route::operation);
    if (route == routes.end())
        co_return failure(Kind::NotFound, m_capability + u" has no "_s + request.endpoint.operation);
    if (m_scope.isCancelled())
        co_return failure(Kind::Unavailable, m_capability + u" is dead"_s);
    ++m_running;
    auto reply = co_await route->handler(std::move(request));
    --m_running;
    if (m_scope.isCancelled())
        co_return failure(Kind::Reset, m_capability + u" died"_s);
    co_return reply;
}

std::vector<model::system::TopicId> Cell::topics() const
{
    std::vector<model::system::TopicId> topics;
    for (const auto &subscription : m_component->subscriptions())
        topics.push_back(subscription.topic);
    return topics;
}

QCoro::Task<Result<void>> Cell::deliver(Event event)
{
    const auto subscription = std::ranges::find(m_component->subscriptions(), event.topic,
                                                &contract::Component::Subscription::topic);
    ++m_running;
    takeAccesses();
    auto handled = co_await subscription->handler(event, contract::RequestContext());
    m_accessesOfLastMessage = takeAccesses();
    --m_running;
    co_return handled;
}

int Cell::takeAccesses()
{
    return static_cast<int>(m_database->takeToll().owed / perAccess);
}

QCoro::Task<Result<Reply>> Cell::call(Request request)
{
    request.context.caller = {m_capability};
    const auto left = co_await turn();
    if (!left)
        co_return failure(left.error());
    if (const auto error = m_shop.interfere(request, Moment::Before))
        co_return failure(m_scope.isCancelled() ? contract::Error{Kind::Cancelled, {}, {}} : *error);
    auto reply = co_await m_shop.dispatch(request);
    const auto lost = m_shop.interfere(request, Moment::After);
    const auto returned = co_await turn();
    if (!returned)
        co_return failure(returned.error());
    if (lost)
        co_return failure(*lost);
    co_return reply;
}

QCoro::Task<Result<void>> Cell::turn()
{
    waiting::Pending<void> pending(m_scope);
    const auto completer = pending.completer();
    waiting::post(&m_scope, [completer] { completer.complete({}); });
    const auto turned = co_await pending;
    co_return turned;
}

} // namespace tests::localshop
