// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <chrono>

namespace tests::shell {

// Beats in the thread in which it lives, and notes when a beat comes late: what kept the thread so long, but
// for the time in which it could have run and others had the processor (/proc/self/schedstat; else all of
// it).
class Heartbeat : public QObject
{
public:
    using Milliseconds = std::chrono::duration<double, std::milli>;
    static constexpr Milliseconds longest{100};

    struct Stall
    {
        Milliseconds kept{0};
        Milliseconds passed{0}; // on the clock
        QString during;
    };

    Heartbeat()
    {
        m_beat.setTimerType(Qt::PreciseTimer);
        connect(&m_beat, &QTimer::timeout, this, &Heartbeat::beat);
        start();
    }

    // What is done from now on.
    void setDoing(const QString &what) { m_doing = what; }
    // What is done between them does not count.
    void stop() { m_beat.stop(); }
    void start()
    {
        m_beat.start(interval);
        m_clock.start();
        m_waited = waited();
    }

    const std::vector<Stall> &stalls() const { return m_stalls; }
    const Stall &worst() const { return m_worst; }
    int beats() const { return m_beats; }

private:
    static constexpr std::chrono::milliseconds interval{10};

    // How long this thread, the first of the process, was runnable and did not run.
    static std::chrono::nanoseconds waited()
    {
        QFile file(QStringLiteral("/proc/self/schedstat"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return std::chrono::nanoseconds(file.readAll().split(' ').value(1).toLongLong());
    }

    void beat()
    {
        ++m_beats;
        const Milliseconds passed = std::chrono::nanoseconds(m_clock.nsecsElapsed());
        const auto waitedNow = waited();
        const Stall stall{passed - interval - (waitedNow - m_waited), passed - interval, m_doing};
        if (stall.kept > longest)
            m_stalls.push_back(stall);
        if (stall.kept > m_worst.kept)
            m_worst = stall;
        m_clock.start();
        m_waited = waitedNow;
    }

    QTimer m_beat;
    QElapsedTimer m_clock;
    std::chrono::nanoseconds m_waited{0};
    QString m_doing;
    std::vector<Stall> m_stalls;
    Stall m_worst;
    int m_beats = 0;
};

} // namespace tests::shell
