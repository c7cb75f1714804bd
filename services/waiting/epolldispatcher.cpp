// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "epolldispatcher.h"

#include "ordering.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QThread>

#include <sys/eventfd.h>
#include <unistd.h>

#include <utility>

namespace services::waiting {

// Ends a wait from another thread.
class EpollDispatcher::Bell final : private DescriptorSet::Watched
{
public:
    explicit Bell(DescriptorSet &set)
        : m_descriptor(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    {
        if (works())
            set.add(m_descriptor, *this, {});
    }
    ~Bell() override
    {
        if (works())
            close(m_descriptor);
    }
    Bell(const Bell &) = delete;
    Bell &operator=(const Bell &) = delete;

    bool works() const { return m_descriptor >= 0; }
    void ring() const { eventfd_write(m_descriptor, 1); }

private:
    void descriptorReadable() override
    {
        eventfd_t rings = 0;
        eventfd_read(m_descriptor, &rings);
    }
    void descriptorWritable() override { }

    const int m_descriptor;
};

// The notifiers of one descriptor.
class EpollDispatcher::Notified final : private DescriptorSet::Watched
{
public:
    Notified(int descriptor, DescriptorSet &set)
        : m_descriptor(descriptor)
        , m_set(set)
    {
    }
    ~Notified() override { m_set.remove(m_descriptor, *this); }
    Notified(const Notified &) = delete;
    Notified &operator=(const Notified &) = delete;

    void set(QSocketNotifier::Type type, QSocketNotifier *notifier)
    {
        (type == QSocketNotifier::Read ? m_reader : m_writer) = notifier;
        m_set.change(m_descriptor, *this, {m_reader != nullptr, m_writer != nullptr});
    }
    bool isEmpty() const { return m_reader == nullptr && m_writer == nullptr; }

private:
    // Of a broken connection whoever waits is told; either may destroy this.
    void descriptorReadable() override { tell(m_reader != nullptr ? m_reader : m_writer); }
    void descriptorWritable() override { tell(m_writer); }
    static void tell(QSocketNotifier *notifier)
    {
        QEvent event(QEvent::SockAct);
        if (notifier != nullptr)
            QCoreApplication::sendEvent(notifier, &event);
    }

    const int m_descriptor;
    DescriptorSet &m_set;
    QSocketNotifier *m_reader = nullptr;
    QSocketNotifier *m_writer = nullptr;
};

EpollDispatcher::EpollDispatcher()
    : m_bell(std::make_unique<Bell>(*m_set))
{
}

EpollDispatcher::~EpollDispatcher()
{
    ordering::heed(this); // of QThread::exit(), which interrupts under the lock that the thread's end takes
}

bool EpollDispatcher::works() const
{
    return m_set->works() && m_bell->works();
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    m_interrupted = false;
    m_awake = false; // before the posted events: one which comes later is seen in the next turn
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();
    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !m_interrupted;
    if (mayWait)
        Q_EMIT aboutToBlock();
    const bool happened = m_set->wait(mayWait && !m_awake ? m_timers.untilNext() : 0);
    const bool timed = m_timers.run();
    return happened || timed;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    if (notifier->type() == QSocketNotifier::Exception)
        return; // out-of-band bytes: nothing here sends any
    const auto descriptor = static_cast<int>(notifier->socket());
    auto &notified = m_notified[descriptor];
    if (!notified)
        notified = std::make_unique<Notified>(descriptor, *m_set);
    notified->set(notifier->type(), notifier);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    const auto found = m_notified.find(static_cast<int>(notifier->socket()));
    if (found == m_notified.end() || notifier->type() == QSocketNotifier::Exception)
        return;
    found->second->set(notifier->type(), nullptr);
    if (found->second->isEmpty())
        m_notified.erase(found);
}

void EpollDispatcher::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject *object)
{
    m_timers.add(id, std::chrono::milliseconds(interval), type, object);
}

// The thread itself does not wait while it calls this: it needs no bell.
void EpollDispatcher::wakeUp()
{
    if (!m_awake.exchange(true) && QThread::currentThread() != thread())
        m_bell->ring();
}

// Always rings: there is no posted event from which the next turn could learn that it must not wait.
void EpollDispatcher::interrupt()
{
    m_interrupted = true;
    m_awake = true;
    if (QThread::currentThread() != thread())
        m_bell->ring();
    ordering::announce(this);
}

} // namespace services::waiting
