// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoroTask>
#include <QObject>

#include <cstddef>

namespace services::waiting {

class WaitScope;

// One thing that a coroutine waits for, linked into its scope until it is complete.
class Wait
{
public:
    Wait() = default;
    virtual ~Wait();
    Wait(const Wait &) = delete;
    Wait &operator=(const Wait &) = delete;
    virtual void cancel() = 0;

protected:
    void link(WaitScope &scope);
    void unlink();

private:
    friend class WaitScope;
    WaitScope *m_scope = nullptr;
    Wait *m_previous = nullptr;
    Wait *m_next = nullptr;
};

// Everything that waits within one instance. Ending the scope completes each pending wait with Cancelled, so
// that all coroutines unwind before the objects they use are destroyed; whoever waits afterwards is answered
// Cancelled at once. Thread-bound. A scope must be cancelled, and idle, before it is destroyed (asserted).
class WaitScope : public QObject
{
    Q_OBJECT
public:
    explicit WaitScope(QObject *parent = nullptr);
    ~WaitScope() override;

    // Runs a task that nobody awaits; it is counted until it has ended.
    void spawn(QCoro::Task<> task);
    // Completes all waits with Cancelled, including those which unwinding coroutines start.
    void cancel();
    bool isCancelled() const { return m_cancelled; }
    // Nothing waits and no spawned task runs.
    bool isIdle() const { return m_first == nullptr && m_running == 0; }

private:
    friend class Wait;
    QCoro::Task<> track(QCoro::Task<> task);

    Wait *m_first = nullptr;
    std::size_t m_running = 0;
    bool m_cancelled = false;
};

} // namespace services::waiting
