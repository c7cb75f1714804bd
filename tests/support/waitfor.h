// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace tests::support {

namespace detail {

template<typename T>
QCoro::Task<> keepResult(QCoro::Task<T> task, std::shared_ptr<std::optional<T>> result)
{
    *result = co_await task;
}

inline QCoro::Task<> keepEnd(QCoro::Task<> task, std::shared_ptr<bool> ended)
{
    co_await task;
    *ended = true;
}

} // namespace detail

// Lets the event loop of this thread turn until `condition` holds; false when it does not within the limit,
// which only bounds a hanging test.
template<std::predicate Condition>
bool turnUntil(Condition condition, std::chrono::milliseconds limit = std::chrono::seconds(20))
{
    QElapsedTimer elapsed;
    elapsed.start();
    QTimer wakeUp; // a condition may come true without an event
    wakeUp.start(std::chrono::milliseconds(20));
    while (!condition()) {
        if (elapsed.hasExpired(limit.count()))
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }
    return true;
}

// Runs a task to its end on the event loop of this thread and answers its result. A task that does not end
// within 20 s ends the test program.
template<typename T>
T waitFor(QCoro::Task<T> task)
{
    const auto result = std::make_shared<std::optional<T>>();
    const auto running = detail::keepResult(std::move(task), result);
    if (!turnUntil([&] { return result->has_value(); }))
        qFatal("A task did not end within 20 s");
    return std::move(**result);
}

inline void waitFor(QCoro::Task<> task)
{
    const auto ended = std::make_shared<bool>(false);
    const auto running = detail::keepEnd(std::move(task), ended);
    if (!turnUntil([&] { return *ended; }))
        qFatal("A task did not end within 20 s");
}

} // namespace tests::support
