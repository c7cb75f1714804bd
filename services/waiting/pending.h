// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timers.h"
#include "waitscope.h"

#include <model/result/result.h>

#include <coroutine>
#include <memory>
#include <optional>

namespace services::waiting {

using model::result::Error;
using model::result::Kind;
using model::result::Result;

namespace detail {

template<typename T>
class PendingState final : public Wait, public std::enable_shared_from_this<PendingState<T>>
{
public:
    explicit PendingState(WaitScope &scope)
    {
        if (scope.isCancelled())
            m_result = cancelled();
        else
            link(scope);
    }

    void complete(Result<T> result)
    {
        if (m_result.has_value())
            return;
        const auto self = this->shared_from_this(); // resuming may drop the last other owner
        m_result = std::move(result);
        unlink();
        disarm();
        if (const auto waiter = std::exchange(m_waiter, nullptr))
            waiter.resume();
    }

    void cancel() override { complete(cancelled()); }

    // disarm() before this goes.
    void expireAt(Timers &timers, Instant deadline)
    {
        if (m_result.has_value() || deadline == Instant::max())
            return;
        m_timers = &timers;
        m_ticket = timers.at(deadline, [this] { // small enough to cost no allocation
            m_ticket = Timers::Ticket::None;
            complete(tl::unexpected<Error>(Error{Kind::TimedOut, QStringLiteral("No answer in time"), {}}));
        });
    }

    void disarm()
    {
        if (m_ticket != Timers::Ticket::None)
            m_timers->cancel(std::exchange(m_ticket, Timers::Ticket::None));
    }

    std::optional<Result<T>> m_result;
    std::coroutine_handle<> m_waiter;

private:
    static Result<T> cancelled()
    {
        return tl::unexpected<Error>(Error{Kind::Cancelled, QStringLiteral("The instance has stopped"), {}});
    }

    Timers *m_timers = nullptr;
    Timers::Ticket m_ticket = Timers::Ticket::None;
};

} // namespace detail

// The other end of a Pending: completes it once; later completions do nothing. Copyable; may outlive the
// Pending. Same thread as the scope (from another thread: post to the scope with QMetaObject::invokeMethod).
template<typename T>
class Completer
{
public:
    Completer() = default;
    explicit Completer(std::weak_ptr<detail::PendingState<T>> state)
        : m_state(std::move(state))
    {
    }
    // Resumes the waiting coroutine straight away, inside this call.
    void complete(Result<T> result) const
    {
        if (const auto state = m_state.lock())
            state->complete(std::move(result));
    }
    // Nobody waits any more.
    bool isSettled() const
    {
        const auto state = m_state.lock();
        return !state || state->m_result.has_value();
    }

private:
    std::weak_ptr<detail::PendingState<T>> m_state;
};

// A wait for one value. Lives in the frame of the coroutine that awaits it:
//     Pending<Reply> pending(scope, timers, deadline);
//     socket.ask(pending.completer());
//     const auto reply = co_await pending; // Result<Reply>: value, TimedOut or Cancelled
template<typename T>
class [[nodiscard]] Pending
{
public:
    explicit Pending(WaitScope &scope)
        : m_state(std::make_shared<detail::PendingState<T>>(scope))
    {
    }
    Pending(WaitScope &scope, Timers &timers, Instant deadline)
        : Pending(scope)
    {
        m_state->expireAt(timers, deadline);
    }
    ~Pending() { m_state->disarm(); }
    Pending(const Pending &) = delete;
    Pending &operator=(const Pending &) = delete;

    Completer<T> completer() const { return Completer<T>(m_state); }

    // A pointer only: GCC 12 copies the awaiter of an lvalue.
    struct Awaiter
    {
        detail::PendingState<T> *state;
        bool await_ready() const noexcept { return state->m_result.has_value(); }
        void await_suspend(std::coroutine_handle<> waiter) const noexcept { state->m_waiter = waiter; }
        Result<T> await_resume() const { return std::move(*state->m_result); }
    };
    Awaiter operator co_await() const noexcept { return {m_state.get()}; }

private:
    std::shared_ptr<detail::PendingState<T>> m_state;
};

// Waits for a while; Cancelled when the scope ends first.
inline QCoro::Task<Result<void>> sleepFor(WaitScope &scope, Timers &timers, std::chrono::nanoseconds duration)
{
    Pending<void> pending(scope);
    const auto completer = pending.completer();
    const auto ticket = timers.after(duration, [completer] { completer.complete({}); });
    const auto slept = co_await pending;
    timers.cancel(ticket);
    co_return slept;
}

} // namespace services::waiting
