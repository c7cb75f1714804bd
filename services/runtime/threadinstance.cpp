// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "threadinstance.h"

#include "instance.h"
#include "nofileleft.h"
#include "socketcut.h"

#include <services/faults/exposure.h>
#include <services/faults/stillness.h>
#include <services/waiting/epolldispatcher.h>
#include <services/waiting/post.h>

#include <QEventLoop>
#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>

namespace services::runtime {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_LOGGING_CATEGORY(logHost, "faultline.host")

// What runs in the thread, and the only thing that both sides touch. Orders go in through the mailbox, news
// come out through tell(); both are values.
class ThreadInstance::Body
{
public:
    Body(InstancePlan plan, ThreadInstance &outside)
        : m_plan(std::move(plan))
        , m_outside(&outside)
    {
    }

    // Control thread:
    void moveTo(QThread *thread) { m_mailbox.moveToThread(thread); }
    void order(std::function<void(Instance &)> action);
    void lookAtFaults();
    void giveUp() { m_order.unwanted = true; }
    void declareDead()
    {
        m_order.crashed = true;
        m_plan.fleet->broker->dismiss({m_plan.id, m_plan.incarnation}); // it may hang, with messages in hand
    }
    void endStillness() { m_stillness.endForGood(); }
    void detach()
    {
        const std::lock_guard lock(m_mutex);
        m_outside = nullptr;
    }

    // Its own thread:
    void run();
    void leave() { m_loop->quit(); }
    void tell(std::function<void(ThreadInstance &)> news);

private:
    bool isToStandStill() const;
    void live(Instance &instance, quint16 port);
    void close(); // nobody may order any more

    const InstancePlan m_plan;
    QObject m_mailbox; // in the instance's thread
    EndOrder m_order;
    faults::Stillness m_stillness;
    std::mutex m_mutex;
    bool m_closed = false; // guarded
    ThreadInstance *m_outside; // guarded; null: nobody listens any more
    QEventLoop *m_loop = nullptr;
    Instance *m_instance = nullptr;
};

// Under the lock, as close(): Qt wakes a thread's event loop after it has let go of everything that keeps the
// loop from ending meanwhile.
void ThreadInstance::Body::order(std::function<void(Instance &)> action)
{
    const std::lock_guard lock(m_mutex);
    if (m_closed)
        return;
    waiting::post(&m_mailbox, [this, action = std::move(action)] {
        if (m_instance != nullptr)
            action(*m_instance);
    });
}

bool ThreadInstance::Body::isToStandStill() const
{
    const faults::Place place{m_plan.unit, m_plan.id};
    const auto inForce = m_plan.fleet->boards.faults->current();
    return std::ranges::any_of(inForce->faults, [&](const faults::FaultInForce &each) {
        return each.fault.kind == model::operation::FaultKind::Freeze && takes(each, place);
    });
}

void ThreadInstance::Body::lookAtFaults()
{
    if (isToStandStill())
        m_stillness.begin();
    else
        m_stillness.end();
    order([this](Instance &instance) {
        instance.lookAtFaults();
        m_stillness.keep();
    });
}

void ThreadInstance::Body::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
}

void ThreadInstance::Body::run()
{
    Instance instance(m_plan);
    const auto port = instance.open(m_order);
    if (port)
        live(instance, *port);
    else
        tell([error = port.error()](ThreadInstance &outside) { Q_EMIT outside.failed(error); });
    instance.crash();
    tell([report = instance.report()](ThreadInstance &outside) { Q_EMIT outside.reported(report); });
    close();
}

void ThreadInstance::Body::live(Instance &instance, quint16 port)
{
    QEventLoop loop;
    m_loop = &loop;
    m_instance = &instance;
    tell([port](ThreadInstance &outside) {
        outside.m_port = port;
        Q_EMIT outside.listening(port);
    });
    instance.onPerished([this](const model::result::Error &why) {
        tell([why](ThreadInstance &outside) { Q_EMIT outside.perished(why); });
        leave();
    });
    loop.exec();
    m_instance = nullptr;
    m_loop = nullptr;
}

void ThreadInstance::Body::tell(std::function<void(ThreadInstance &)> news)
{
    const std::lock_guard lock(m_mutex);
    if (m_outside != nullptr)
        waiting::post(m_outside, [outside = m_outside, news = std::move(news)] { news(*outside); });
}

ThreadInstance::ThreadInstance(InstancePlan plan)
    : m_stopLimit(plan.fleet->plan.options.stopLimit)
{
    const QString name = plan.id.value;
    m_body = std::make_shared<Body>(std::move(plan), *this);
    m_thread.reset(QThread::create([body = m_body] { body->run(); }));
    m_thread->setObjectName(name);
    connect(m_thread.get(), &QThread::finished, this, &ThreadInstance::onFinished);
    m_body->moveTo(m_thread.get());
    m_body->lookAtFaults();
    begin();
}

void ThreadInstance::begin()
{
    auto dispatcher = std::make_unique<waiting::EpollDispatcher>();
    if (!dispatcher->works())
        return refuse(noFileLeft());
    m_thread->setEventDispatcher(dispatcher.release());
    m_thread->start();
    if (!m_thread->isRunning() && !m_thread->isFinished())
        refuse({Kind::Overloaded, u"The system gives no further thread: close other programs"_s, {}});
}

// Later: nobody listens to this yet.
void ThreadInstance::refuse(const model::result::Error &error)
{
    waiting::post(this, [this, error] {
        Q_EMIT failed(error);
        Q_EMIT ended();
    });
}

ThreadInstance::~ThreadInstance()
{
    m_body->detach();
    crash();
    if (!m_thread->wait(m_patience))
        leaveBehind();
}

void ThreadInstance::crash()
{
    if (std::exchange(m_crashed, true))
        return;
    m_patience = QDeadlineTimer(m_stopLimit);
    m_body->giveUp();
    m_body->declareDead();
    m_body->order([body = m_body.get()](Instance &instance) {
        instance.crash();
        body->leave();
    });
    m_body->endStillness(); // when the order is there, so that it moves for nothing else
    QTimer::singleShot(100ms, this, &ThreadInstance::cutIfItHangs);
}

void ThreadInstance::stop(std::chrono::milliseconds limit)
{
    m_body->giveUp();
    m_body->order([body = m_body.get(), limit](Instance &instance) {
        instance.close(limit, [body] { body->leave(); });
    });
}

void ThreadInstance::requestReport()
{
    if (std::exchange(m_reportAsked, true))
        return; // one that hangs must not find a heap of questions
    m_body->order([body = m_body.get()](Instance &instance) {
        body->tell([report = instance.report()](ThreadInstance &outside) {
            outside.m_reportAsked = false;
            Q_EMIT outside.reported(report);
        });
    });
}

void ThreadInstance::lookAtFaults()
{
    m_body->lookAtFaults();
}

void ThreadInstance::onFinished()
{
    m_thread->wait(); // it is past its last instruction of ours
    Q_EMIT ended();
}

void ThreadInstance::cutIfItHangs()
{
    if (!m_thread->isFinished() && m_port != 0)
        cutSockets(m_port);
}

void ThreadInstance::leaveBehind()
{
    qCWarning(logHost, "The thread of %s hangs and is left behind", qUtf8Printable(m_thread->objectName()));
    QThread *thread = m_thread.release();
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
}

} // namespace services::runtime
