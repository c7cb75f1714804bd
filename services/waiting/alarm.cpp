// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "looptimers.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <QSocketNotifier>

#include <sys/timerfd.h>
#include <unistd.h>

#include <optional>
#else
#include <QTimer>
#endif

namespace services::waiting {

#ifdef Q_OS_LINUX

namespace {

class TimerFdAlarm final : public Alarm
{
public:
    explicit TimerFdAlarm(std::function<void()> ring)
        : m_descriptor(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC))
    {
        if (!works())
            return;
        m_notifier.emplace(m_descriptor, QSocketNotifier::Read);
        QObject::connect(&*m_notifier, &QSocketNotifier::activated, &*m_notifier,
                         [this, ring = std::move(ring)] {
                             std::uint64_t expirations = 0;
                             if (read(m_descriptor, &expirations, sizeof expirations) > 0)
                                 ring();
                         });
    }
    ~TimerFdAlarm() override
    {
        m_notifier.reset();
        if (works())
            close(m_descriptor);
    }
    TimerFdAlarm(const TimerFdAlarm &) = delete;
    TimerFdAlarm &operator=(const TimerFdAlarm &) = delete;

    bool works() const override { return m_descriptor >= 0; }
    void set(Instant when) override
    {
        // std::chrono::steady_clock is CLOCK_MONOTONIC in libstdc++ and libc++ on Linux.
        const auto sinceBoot = std::max(when.time_since_epoch(), std::chrono::nanoseconds(1));
        const auto seconds = std::chrono::floor<std::chrono::seconds>(sinceBoot);
        itimerspec moment{};
        moment.it_value.tv_sec = seconds.count();
        moment.it_value.tv_nsec = (sinceBoot - seconds).count();
        timerfd_settime(m_descriptor, TFD_TIMER_ABSTIME, &moment, nullptr);
    }

private:
    const int m_descriptor;
    std::optional<QSocketNotifier> m_notifier;
};

} // namespace

std::unique_ptr<Alarm> Alarm::make(std::function<void()> ring)
{
    return std::make_unique<TimerFdAlarm>(std::move(ring));
}

#else

namespace {

class QtTimerAlarm final : public Alarm
{
public:
    explicit QtTimerAlarm(std::function<void()> ring)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, std::move(ring));
    }
    bool works() const override { return true; }
    void set(Instant when) override
    {
        const auto wait
            = std::chrono::ceil<std::chrono::milliseconds>(when - std::chrono::steady_clock::now());
        m_timer.start(std::max(wait, std::chrono::milliseconds(0)));
    }

private:
    QTimer m_timer;
};

} // namespace

std::unique_ptr<Alarm> Alarm::make(std::function<void()> ring)
{
    return std::make_unique<QtTimerAlarm>(std::move(ring));
}

#endif

} // namespace services::waiting
