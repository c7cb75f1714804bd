// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loadgenerator.h"

#include "httpdoor.h"

#include <services/waiting/epolldispatcher.h>
#include <services/waiting/looptimers.h>
#include <services/waiting/post.h>

namespace services::load {

using namespace Qt::StringLiterals;

namespace {

constexpr auto batchEvery = std::chrono::milliseconds(100);

// Everything that belongs to the generator's thread, made there.
struct Shopping
{
    Shopping(const model::system::System &system, LoadGenerator::Entrance &entrance, Crowd::Options options)
        : client(transport::HttpClientLimits(), scope, timers)
        , door(client, *entrance.addresses, clock, entrance.blame)
        , crowd(system, {door, scope, timers}, std::move(options))
    {
    }
    ~Shopping() { scope.cancel(); }
    Shopping(const Shopping &) = delete;
    Shopping &operator=(const Shopping &) = delete;

    contract::SystemClock clock;
    waiting::WaitScope scope;
    waiting::LoopTimers timers;
    transport::HttpClient client;
    HttpDoor door;
    Crowd crowd;
};

} // namespace

class LoadGenerator::Worker : public QObject
{
public:
    Worker(LoadGenerator &owner, model::system::System system, Entrance entrance)
        : m_owner(owner)
        , m_system(std::move(system))
        , m_entrance(std::move(entrance))
    {
    }

    void begin(Crowd::Options options)
    {
        m_shopping = std::make_unique<Shopping>(m_system, m_entrance, std::move(options));
        m_shopping->crowd.open();
        scheduleReport();
    }
    void setShoppersPerSecond(double rate) { m_shopping->crowd.setShoppersPerSecond(rate); }
    void setRush(double perSecond, const QByteArray &cause) { m_shopping->crowd.setRush(perSecond, cause); }
    void setRepeats(int repeats, const QByteArray &cause) { m_shopping->crowd.setRepeats(repeats, cause); }
    void endAttempts() { m_shopping->crowd.endAttempts(); }

private:
    void scheduleReport()
    {
        m_shopping->timers.after(batchEvery, [this] { report(); });
    }
    void report()
    {
        waiting::post(&m_owner, [&owner = m_owner, batch = m_shopping->crowd.drain()] {
            Q_EMIT owner.batchReady(batch);
        });
        if (!m_wasReady && m_shopping->crowd.isReady()) {
            m_wasReady = true;
            waiting::post(&m_owner, [&owner = m_owner] { Q_EMIT owner.ready(); });
        }
        scheduleReport();
    }

    LoadGenerator &m_owner;
    model::system::System m_system;
    Entrance m_entrance;
    std::unique_ptr<Shopping> m_shopping;
    bool m_wasReady = false;
};

LoadGenerator::LoadGenerator(model::system::System system,
                             Entrance entrance,
                             Crowd::Options options,
                             QObject *parent)
    : QObject(parent)
    , m_worker(new Worker(*this, std::move(system), std::move(entrance)))
{
    m_thread.setObjectName(u"shoppers"_s);
    m_thread.setEventDispatcher(new waiting::EpollDispatcher);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    waiting::post(m_worker, [worker = m_worker, options = std::move(options)] { worker->begin(options); });
    m_thread.start();
}

LoadGenerator::~LoadGenerator()
{
    m_thread.quit();
    m_thread.wait();
}

void LoadGenerator::setShoppersPerSecond(double rate)
{
    waiting::post(m_worker, [worker = m_worker, rate] { worker->setShoppersPerSecond(rate); });
}

void LoadGenerator::setRush(double perSecond, const QByteArray &cause)
{
    waiting::post(m_worker, [worker = m_worker, perSecond, cause] { worker->setRush(perSecond, cause); });
}

void LoadGenerator::setRepeats(int repeats, const QByteArray &cause)
{
    waiting::post(m_worker, [worker = m_worker, repeats, cause] { worker->setRepeats(repeats, cause); });
}

void LoadGenerator::endAttempts()
{
    waiting::post(m_worker, [worker = m_worker] { worker->endAttempts(); });
}

} // namespace services::load
