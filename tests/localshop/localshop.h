// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cell.h"
#include "shopfiles.h"
#include "step.h"

#include <QJsonObject>

#include <tests/support/faketimers.h>

#include <map>

namespace tests::localshop {

// What a test asks of the shop.
struct Ask
{
    QString capability;
    QString operation;
    services::contract::Parameters path{};
    services::contract::Parameters query{};
    QByteArray body{};
    QByteArray session{};
    QByteArray key{}; // idempotency key
};

enum class Shape
{
    Services, // each capability has a database of its own and crashes alone
    Monolith // all have one database and crash together
};

// The whole shop in one thread, calls and events carried by hand and time standing still: what the runtime
// does, without network, threads and clocks.
class LocalShop
{
public:
    explicit LocalShop(const ShopFiles &files, Shape shape = Shape::Services);
    ~LocalShop();
    LocalShop(const LocalShop &) = delete;
    LocalShop &operator=(const LocalShop &) = delete;

    // Asks as a customer (or an operator) does, and turns the event loop until there is an answer.
    Result<Reply> ask(Ask ask);
    QCoro::Task<Result<Reply>> dispatch(Request request);
    // The session of a seeded customer, from 1.
    QByteArray session(int customer = 1) const;
    static QString account(int customer = 1);

    void interfereWith(Interference interference) { m_interference = std::move(interference); }
    std::optional<services::contract::Error> interfere(const Request &request, Moment moment);

    // Told of each step from now on.
    void watchSteps(StepWatch watch) { m_watch = std::move(watch); }
    bool diesAt(const Step &step) { return m_watch && m_watch(step); }

    // A dead capability answers Unavailable; its database and its queue stay.
    void crash(const QString &capability);
    // Waits until the crash has unwound, too.
    void restart(const QString &capability);
    bool isAlive(const QString &capability) const;
    void restartTheDead();

    // Carries events from the outboxes to all who listen until nothing moves any more. `copies`: how often
    // each arrives. Answers how many were handled.
    int pump(int copies = 1);
    // How many wait for a capability.
    std::size_t queued(const QString &capability) const;
    // How many it could make no sense of: they are set aside.
    int setAside(const QString &capability) const { return m_setAside.value(capability); }
    // Puts an event into the queues of all who listen, dead or alive.
    void publish(const Event &event);

    // Lets time pass, in steps, and what is due happen, calls included.
    void pass(std::chrono::milliseconds duration);

    // How often a living capability has accessed its database since the last time; and for its last message.
    int takeAccesses(const QString &capability) { return m_cells.at(capability)->takeAccesses(); }
    int accessesOfLastMessage(const QString &capability) const
    {
        return m_cells.at(capability)->accessesOfLastMessage();
    }

    // A connection beside the capability's own, to look into the books, dead or alive.
    services::storage::Database &database(const QString &capability);
    QString file(const QString &capability) const;
    support::FakeClock &clock() { return m_clock; }
    support::FakeTimers &timers() { return m_timers; }
    // Those of the shop's own; the outbox and the inbox are the runtime's, and always on here.
    const std::shared_ptr<services::assembly::SafeguardBoard> &safeguards() const { return m_safeguards; }
    QByteArray sessionKey() const { return "a key for tests"; }

private:
    bool isIdle() const;
    std::optional<services::contract::Error> crashAtCall(const Request &request, Moment moment);
    void crashAlone(const QString &capability);
    bool collect(int copies);
    bool collectFrom(const QString &capability, int copies);
    int deliverTo(const QString &capability);

    const Shape m_shape;
    QTemporaryDir m_folder;
    StepWatch m_watch;
    std::shared_ptr<services::assembly::SafeguardBoard> m_safeguards
        = std::make_shared<services::assembly::SafeguardBoard>();
    support::FakeClock m_clock;
    support::FakeTimers m_timers{m_clock};
    Interference m_interference;
    std::map<QString, std::unique_ptr<Cell>> m_cells;
    std::vector<std::unique_ptr<Cell>> m_dying;
    std::multimap<model::system::TopicId, QString> m_listeners;
    std::map<QString, std::deque<Event>> m_queues; // by capability
    QHash<QString, int> m_setAside;
    std::map<QString, std::unique_ptr<services::storage::Database>> m_books;
};

// The body of an answer; empty, with a warning, when it is an error.
QJsonObject json(const Result<Reply> &reply);
QByteArray body(const QJsonObject &object);

} // namespace tests::localshop
