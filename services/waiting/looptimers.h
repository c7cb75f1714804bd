// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "timers.h"

#include <QObject>

#include <compare>
#include <memory>
#include <unordered_map>
#include <vector>

namespace services::waiting {

// The thing that wakes the event loop at a moment. On Linux a timerfd (microseconds); elsewhere a QTimer
// (milliseconds), since Qt's timers round.
class Alarm
{
public:
    virtual ~Alarm() = default;
    // False: the system had no descriptor left, and it never rings.
    virtual bool works() const = 0;
    virtual void set(Instant when) = 0;
    static std::unique_ptr<Alarm> make(std::function<void()> ring);
};

// Timers on the event loop of the thread that made it: any number of them on one alarm (a binary heap with
// lazy removal); those of one instant run in the order of planning. Destroyed in the same thread; what has
// not run by then never runs.
class LoopTimers final : public Timers
{
public:
    LoopTimers();
    ~LoopTimers() override;

    // False: the system had no descriptor left, and no action ever runs.
    bool works() const { return m_alarm->works(); }
    Instant now() const override { return std::chrono::steady_clock::now(); }
    Ticket at(Instant when, Action action) override;
    void cancel(Ticket ticket) override;

private:
    struct Entry
    {
        Instant when;
        Ticket ticket;
        auto operator<=>(const Entry &) const = default; // of one instant, in the order of planning
    };
    void run();
    void arm();
    void dropCancelled();

    std::vector<Entry> m_heap; // soonest first
    std::unordered_map<Ticket, Action> m_actions; // absent: cancelled or run
    std::uint64_t m_lastTicket = 0;
    Instant m_armed = Instant::max();
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace services::waiting
