// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "localshop.h"

#include <services/shop/session/session.h>

#include <QFile>
#include <QJsonDocument>

#include <tests/support/waitfor.h>

#include <algorithm>

namespace tests::localshop {

using namespace Qt::StringLiterals;
using namespace services;
using contract::failure;
using contract::Kind;

LocalShop::LocalShop(const ShopFiles &files, Shape shape)
    : m_shape(shape)
{
    for (const auto &capability : capabilities()) {
        const auto original = shape == Shape::Monolith ? files.monolith() : files.file(capability);
        if (!QFile::exists(file(capability)) && !QFile::copy(original, file(capability)))
            qFatal("Cannot copy %s", qUtf8Printable(original));
        const auto &cell = m_cells[capability] = std::make_unique<Cell>(*this, capability);
        for (const auto &topic : cell->topics())
            m_listeners.emplace(topic, capability);
    }
}

LocalShop::~LocalShop()
{
    for (const auto &capability : capabilities())
        crash(capability);
    support::turnUntil([this] { return std::ranges::all_of(m_dying, &Cell::isIdle); });
}

Result<Reply> LocalShop::ask(Ask ask)
{
    Request request;
    request.endpoint = {{ask.capability}, ask.operation};
    request.path = std::move(ask.path);
    request.query = std::move(ask.query);
    request.body = std::move(ask.body);
    request.context.session = std::move(ask.session);
    request.context.idempotencyKey = std::move(ask.key);
    return support::waitFor(dispatch(std::move(request)));
}

QCoro::Task<Result<Reply>> LocalShop::dispatch(Request request)
{
    const auto found = m_cells.find(request.endpoint.capability.value);
    if (found == m_cells.end())
        co_return failure(Kind::Unavailable, request.endpoint.capability.value + u" is not there"_s);
    auto reply = co_await found->second->handle(std::move(request));
    co_return reply;
}

QString LocalShop::account(int customer)
{
    return u"a-%1"_s.arg(customer, 3, 10, QChar(u'0'));
}

QByteArray LocalShop::session(int customer) const
{
    const QString email = u"shopper-%1@example.test"_s.arg(customer, 3, 10, QChar(u'0'));
    return shop::session::sign({.id = u"s-"_s + email,
                                .account = account(customer),
                                .email = email,
                                .name = u"Shopper %1"_s.arg(customer),
                                .expiresAt = m_clock.wallTime() + std::chrono::hours(12)},
                               sessionKey());
}

std::optional<contract::Error> LocalShop::interfere(const Request &request, Moment moment)
{
    if (m_watch) {
        if (const auto crashed = crashAtCall(request, moment))
            return crashed;
    }
    return m_interference ? m_interference(request, moment) : std::nullopt;
}

std::optional<contract::Error> LocalShop::crashAtCall(const Request &request, Moment moment)
{
    const QString caller = request.context.caller.value;
    if (diesAt({caller, Step::Kind::Call, moment})) {
        crash(caller);
        return contract::Error{Kind::Cancelled, {}, {}};
    }
    const QString callee = request.endpoint.capability.value;
    if (m_shape == Shape::Monolith || !diesAt({callee, Step::Kind::Call, moment}))
        return std::nullopt;
    crash(callee);
    return contract::Error{Kind::Reset, callee + u" died"_s, {}};
}

void LocalShop::crash(const QString &capability)
{
    if (m_shape == Shape::Services)
        return crashAlone(capability);
    for (const auto &each : capabilities())
        crashAlone(each);
}

void LocalShop::crashAlone(const QString &capability)
{
    auto cell = m_cells.extract(capability);
    if (!cell)
        return;
    cell.mapped()->crash();
    m_dying.push_back(std::move(cell.mapped()));
}

void LocalShop::restart(const QString &capability)
{
    if (!support::turnUntil([this] { return std::ranges::all_of(m_dying, &Cell::isIdle); }))
        qFatal("A crashed capability does not come to rest");
    m_dying.clear();
    m_cells[capability] = std::make_unique<Cell>(*this, capability);
}

void LocalShop::restartTheDead()
{
    for (const auto &capability : capabilities()) {
        if (!isAlive(capability))
            restart(capability);
    }
}

bool LocalShop::isAlive(const QString &capability) const
{
    return m_cells.contains(capability);
}

void LocalShop::publish(const Event &event)
{
    const auto [first, last] = m_listeners.equal_range(event.topic);
    for (auto listener = first; listener != last; ++listener)
        m_queues[listener->second].push_back(event);
}

int LocalShop::pump(int copies)
{
    int handled = 0;
    for (bool moved = true; moved;) {
        moved = collect(copies);
        for (const auto &capability : capabilities()) {
            const int delivered = deliverTo(capability);
            handled += delivered;
            moved = moved || delivered > 0;
        }
    }
    return handled;
}

bool LocalShop::collect(int copies)
{
    bool found = false;
    for (const auto &capability : capabilities()) {
        if (isAlive(capability))
            found = collectFrom(capability, copies) || found;
    }
    return found;
}

bool LocalShop::collectFrom(const QString &capability, int copies)
{
    const auto events = m_cells.at(capability)->outbox().oldest(100).value_or(std::vector<Event>());
    for (const auto &event : events) {
        if (diesAt({capability, Step::Kind::Publish, Moment::Before}))
            crash(capability);
        if (!isAlive(capability))
            return true;
        for (int copy = 0; copy < copies; ++copy)
            publish(event);
        if (diesAt({capability, Step::Kind::Publish, Moment::After}))
            crash(capability);
        if (!isAlive(capability) || !m_cells.at(capability)->outbox().remove({event.id}))
            return true;
    }
    return !events.empty();
}

int LocalShop::deliverTo(const QString &capability)
{
    int delivered = 0;
    auto &queue = m_queues[capability];
    while (!queue.empty() && isAlive(capability)) {
        if (diesAt({capability, Step::Kind::Deliver, Moment::Before})) {
            crash(capability);
            break;
        }
        const auto outcome = support::waitFor(m_cells.at(capability)->deliver(queue.front()));
        if (isAlive(capability) && diesAt({capability, Step::Kind::Deliver, Moment::After}))
            crash(capability);
        if (!isAlive(capability)) // its acknowledgement never came
            break;
        if (!outcome && outcome.error().kind != Kind::InvalidInput)
            break;
        if (!outcome)
            ++m_setAside[capability];
        queue.pop_front();
        ++delivered;
    }
    return delivered;
}

std::size_t LocalShop::queued(const QString &capability) const
{
    const auto queue = m_queues.find(capability);
    return queue == m_queues.end() ? 0 : queue->second.size();
}

void LocalShop::pass(std::chrono::milliseconds duration)
{
    constexpr std::chrono::milliseconds step{100};
    for (auto left = duration; left.count() > 0; left -= step) {
        m_timers.advance(std::min(left, step));
        // What has become due calls others by the event loop, each call in two turns: let them end.
        for (int turn = 0; turn < 50; ++turn)
            QCoreApplication::processEvents();
    }
}

storage::Database &LocalShop::database(const QString &capability)
{
    auto &database = m_books[capability];
    if (!database) {
        auto opened = storage::Database::open(file(capability));
        if (!opened)
            qFatal("%s", qUtf8Printable(opened.error().message));
        database = std::move(*opened);
    }
    return *database;
}

QString LocalShop::file(const QString &capability) const
{
    return m_folder.filePath((m_shape == Shape::Monolith ? u"shop"_s : capability) + u".db"_s);
}

QJsonObject json(const Result<Reply> &reply)
{
    if (!reply) {
        qWarning("%s", qUtf8Printable(reply.error().message));
        return {};
    }
    return QJsonDocument::fromJson(reply->body).object();
}

QByteArray body(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace tests::localshop
