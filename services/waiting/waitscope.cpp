// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "waitscope.h"

namespace services::waiting {

Wait::~Wait()
{
    unlink();
}

void Wait::link(WaitScope &scope)
{
    m_scope = &scope;
    m_next = scope.m_first;
    if (m_next != nullptr)
        m_next->m_previous = this;
    scope.m_first = this;
}

void Wait::unlink()
{
    if (m_scope == nullptr)
        return;
    (m_previous != nullptr ? m_previous->m_next : m_scope->m_first) = m_next;
    if (m_next != nullptr)
        m_next->m_previous = m_previous;
    m_scope = nullptr;
    m_previous = nullptr;
    m_next = nullptr;
}

WaitScope::WaitScope(QObject *parent)
    : QObject(parent)
{
}

WaitScope::~WaitScope()
{
    cancel();
    Q_ASSERT_X(isIdle(), "WaitScope", "a coroutine outlives its scope");
}

void WaitScope::spawn(QCoro::Task<> task)
{
    track(std::move(task));
}

QCoro::Task<> WaitScope::track(QCoro::Task<> task)
{
    ++m_running;
    co_await task;
    --m_running;
}

void WaitScope::cancel()
{
    m_cancelled = true;
    while (m_first != nullptr)
        m_first->cancel();
}

} // namespace services::waiting
