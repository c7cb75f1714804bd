// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/assembly/componentfactory.h>
#include <services/waiting/pending.h>

#include <QJsonArray>
#include <QJsonObject>
#include <QThread>
#include <QUuid>

#include <atomic>
#include <thread>

// A system of three small capabilities, whose packagings and code are written here by hand:
//   front (the entry) calls back; back answers, slowly or badly on demand, and publishes "said";
//   ear remembers what was said.
namespace toy {

using namespace Qt::StringLiterals;
using model::system::CapabilityId;
using model::system::EndpointId;
using model::system::TopicId;
using services::contract::Event;
using services::contract::failure;
using services::contract::Kind;
using services::contract::Reply;
using services::contract::Request;
using services::contract::RequestContext;
using services::contract::Result;

inline const CapabilityId front{u"front"_s};
inline const CapabilityId back{u"back"_s};
inline const CapabilityId ear{u"ear"_s};
inline const TopicId said{u"said"_s};

inline model::system::Capability capability(const CapabilityId &id, const std::vector<QString> &operations)
{
    model::system::Capability made;
    made.id = id;
    made.title = id.value;
    made.bootTime = std::chrono::milliseconds(30);
    for (const QString &operation : operations) {
        model::system::Endpoint endpoint;
        endpoint.id = {id, operation};
        endpoint.serviceTime = std::chrono::microseconds(500);
        made.endpoints.push_back(endpoint);
    }
    return made;
}

inline model::system::System system()
{
    model::system::System made;
    made.id = u"toy"_s;
    made.components = u"toy"_s;
    made.entry = front;
    made.topics = {{said, u"what back was told"_s}};
    made.capabilities = {
        capability(front, {u"GET /ask/{id}"_s, u"POST /tell/{id}"_s, u"GET /refusing"_s}),
        capability(back,
                   {u"GET /answer/{id}"_s, u"POST /said/{id}"_s, u"GET /forever"_s, u"GET /stuck"_s,
                    u"GET /calendar"_s}),
        capability(ear, {u"GET /heard"_s}),
    };
    made.capabilities[0].endpoints[0].calls
        = {{{back, u"GET /answer/{id}"_s}, model::system::Necessity::Required, {}}};
    made.capabilities[0].endpoints[1].calls
        = {{{back, u"POST /said/{id}"_s}, model::system::Necessity::Required, {}}};
    made.capabilities[1].publishes = {said};
    made.capabilities[1].owns = {u"what it was told"_s};
    made.capabilities[2].owns = {u"what it has heard"_s};
    made.capabilities[2].consumes = {{said, std::chrono::microseconds(500)}};
    return made;
}

inline model::packaging::Packaging packaging(const QString &id,
                                             const std::vector<model::packaging::Unit> &units)
{
    return {{id}, id, units};
}

inline model::packaging::Packaging monolith()
{
    return packaging(u"monolith"_s, {{{u"all"_s}, u"All"_s, {front, back, ear}, 1}});
}
inline model::packaging::Packaging mixed()
{
    return packaging(u"mixed"_s,
                     {{{u"duo"_s}, u"Duo"_s, {front, back}, 1}, {{u"ear"_s}, u"Ear"_s, {ear}, 1}});
}
inline model::packaging::Packaging microservices(int backs = 1)
{
    return packaging(u"microservices"_s,
                     {{{u"front"_s}, u"Front"_s, {front}, 1},
                      {{u"back"_s}, u"Back"_s, {back}, backs},
                      {{u"ear"_s}, u"Ear"_s, {ear}, 1}});
}

// What a test may look at and turn while instances run. Any thread.
struct Knobs
{
    std::atomic<int> unwound{0}; // handlers of "GET /forever" which have ended, and how
    std::atomic<int> waiting{0};
    std::atomic<int> alive{0}; // components
    std::atomic<bool> failEvents{false};
    std::atomic<bool> hangEvents{false};
    std::atomic<bool> holdEvents{false}; // ear has them in hand while it is set
    std::atomic<int> eventsTried{0};
    std::atomic<bool> stuck{false}; // "GET /stuck" computes while it is set
    std::atomic<bool> stickAtNextEvent{false}; // so does ear, with the next event it gets
    QString stuckWithEvent; // the instance; set before it is counted in `waiting`
    std::atomic<int> slowSeedMilliseconds{0};
};

class Counted : public services::contract::Component
{
public:
    Counted(services::assembly::ComponentContext context, Knobs &knobs)
        : m_context(std::move(context))
        , m_knobs(knobs)
    {
        ++m_knobs.alive;
    }
    ~Counted() override { --m_knobs.alive; }

protected:
    services::assembly::ComponentContext m_context;
    Knobs &m_knobs;
};

class Front final : public Counted
{
public:
    Front(services::assembly::ComponentContext context, Knobs &knobs)
        : Counted(std::move(context), knobs)
    {
        serve(u"GET /ask/{id}"_s, this, &Front::ask);
        serve(u"POST /tell/{id}"_s, this, &Front::tell);
        serve(u"GET /refusing"_s, this, &Front::refusing);
    }

private:
    QCoro::Task<Result<Reply>> ask(Request request)
    {
        const bool inVain = request.path.value(u"id"_s) == u"forever"_s;
        request.endpoint = {back, inVain ? u"GET /forever"_s : u"GET /answer/{id}"_s};
        auto reply = co_await m_context.calls.call(std::move(request));
        co_return reply;
    }
    QCoro::Task<Result<Reply>> tell(Request request)
    {
        request.endpoint = {back, u"POST /said/{id}"_s};
        auto reply = co_await m_context.calls.call(std::move(request));
        co_return reply;
    }
    QCoro::Task<Result<Reply>> refusing(Request)
    {
        co_return failure(Kind::Refused, u"As if somebody further down had refused"_s);
    }
};

class Back final : public Counted
{
public:
    Back(services::assembly::ComponentContext context, Knobs &knobs)
        : Counted(std::move(context), knobs)
    {
        serve(u"GET /answer/{id}"_s, this, &Back::answer);
        serve(u"POST /said/{id}"_s, this, &Back::hear);
        serve(u"GET /forever"_s, this, &Back::forever);
        serve(u"GET /stuck"_s, this, &Back::stuck);
        serve(u"GET /calendar"_s, this, &Back::calendar);
    }

private:
    QCoro::Task<Result<Reply>> answer(Request request)
    {
        if (request.path.value(u"id"_s) == u"none")
            co_return failure(Kind::NotFound, u"No such answer"_s, u"id"_s);
        co_return Reply::json(
            QJsonObject{{u"id"_s, request.path.value(u"id"_s)}, {u"caller"_s, request.context.caller.value}});
    }
    QCoro::Task<Result<Reply>> hear(Request request)
    {
        Event event;
        event.id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        event.topic = said;
        event.key = request.path.value(u"id"_s).toUtf8();
        event.payload = event.key;
        event.trace = request.context.trace;
        event.occurredAt = m_context.clock.wallTime();
        const auto stored = m_context.database.transaction([&] { return m_context.outbox.append(event); });
        if (!stored)
            co_return failure(stored.error());
        co_return Reply::noContent();
    }
    QCoro::Task<Result<Reply>> forever (Request)
    {
        ++m_knobs.waiting;
        const auto slept
            = co_await services::waiting::sleepFor(m_context.scope, m_context.timers, std::chrono::hours(1));
        --m_knobs.waiting;
        ++m_knobs.unwound;
        co_return failure(slept.error());
    }
    QCoro::Task<Result<Reply>> calendar(Request)
    {
        const auto seconds
            = std::chrono::duration_cast<std::chrono::seconds>(m_context.clock.wallTime().time_since_epoch());
        co_return Reply::json(QJsonObject{{u"seconds"_s, static_cast<qint64>(seconds.count())}});
    }
    QCoro::Task<Result<Reply>> stuck(Request)
    {
        ++m_knobs.waiting;
        while (m_knobs.stuck)
            std::this_thread::yield();
        --m_knobs.waiting;
        co_return Reply::noContent();
    }
};

class Ear final : public Counted
{
public:
    Ear(services::assembly::ComponentContext context, Knobs &knobs)
        : Counted(std::move(context), knobs)
    {
        serve(u"GET /heard"_s, this, &Ear::heard);
        consume(u"said"_s, this, &Ear::listen);
    }

private:
    QCoro::Task<Result<void>> listen(Event event, RequestContext)
    {
        ++m_knobs.eventsTried;
        if (m_knobs.stickAtNextEvent.exchange(false)) {
            m_knobs.stuckWithEvent = QThread::currentThread()->objectName();
            ++m_knobs.waiting;
            while (m_knobs.stuck)
                std::this_thread::yield();
            --m_knobs.waiting;
        }
        while (m_knobs.holdEvents) {
            const auto slept = co_await services::waiting::sleepFor(m_context.scope, m_context.timers,
                                                                    std::chrono::milliseconds(2));
            if (!slept)
                co_return slept;
        }
        if (m_knobs.hangEvents) {
            auto slept = co_await services::waiting::sleepFor(m_context.scope, m_context.timers,
                                                              std::chrono::hours(1));
            co_return slept;
        }
        if (event.payload.contains('\0'))
            co_return failure(Kind::InvalidInput, u"These are no words"_s);
        if (m_knobs.failEvents)
            co_return failure(Kind::Unavailable, u"Not now"_s);
        auto kept = m_context.database.transaction([&]() -> Result<void> {
            const auto isNew = m_context.inbox.remember(event.id, u"ear"_s);
            if (!isNew)
                return failure(isNew.error());
            if (!*isNew)
                return {};
            const auto text = QString::fromUtf8(event.payload);
            return m_context.database.execute(u"INSERT INTO heard (what) VALUES (?)"_s, {text}).map([](int) {
            });
        });
        co_return kept;
    }
    QCoro::Task<Result<Reply>> heard(Request)
    {
        const auto rows = m_context.database.select<QString>(u"SELECT what FROM heard ORDER BY what"_s, {},
                                                             [](const auto &row) { return row.text(0); });
        if (!rows)
            co_return failure(rows.error());
        co_return Reply::json(QJsonArray::fromStringList(QStringList(rows->begin(), rows->end())));
    }
};

class Factory final : public services::assembly::ComponentFactory
{
public:
    explicit Factory(Knobs &knobs)
        : m_knobs(knobs)
    {
    }
    std::unique_ptr<services::contract::Component>
    make(const CapabilityId &id, services::assembly::ComponentContext context) const override
    {
        if (id == front)
            return std::make_unique<Front>(std::move(context), m_knobs);
        if (id == back)
            return std::make_unique<Back>(std::move(context), m_knobs);
        if (id == ear)
            return std::make_unique<Ear>(std::move(context), m_knobs);
        return {};
    }
    std::vector<services::storage::Migration> migrations(const CapabilityId &id) const override
    {
        if (id != ear)
            return {};
        return {{u"ear"_s, 1, u"CREATE TABLE heard (what TEXT NOT NULL)"_s}};
    }
    services::storage::Result<void> seed(const CapabilityId &id,
                                         services::storage::Database &database) const override
    {
        std::this_thread::sleep_for(std::chrono::milliseconds(m_knobs.slowSeedMilliseconds));
        if (id != ear)
            return {};
        return database.execute(u"INSERT INTO heard (what) VALUES ('seed')"_s).map([](int) {});
    }

private:
    Knobs &m_knobs;
};

} // namespace toy
