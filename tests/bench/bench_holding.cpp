// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How late an instance is with the work that it holds: 64 workers on one event loop, each holding one short
// time after another. The reference: a thread of its own that does nothing but sleep (clock_nanosleep).

#include "benchreport.h"

#include <services/waiting/epolldispatcher.h>
#include <services/waiting/looptimers.h>

#include <QThread>

#include <ctime>
#include <memory>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using services::waiting::Instant;
using services::waiting::LoopTimers;
using tests::bench::Better;
using tests::bench::Figure;

namespace {

constexpr int rounds = 5;
constexpr int workers = 64;
constexpr int holdsEach = 60;
constexpr auto meanHold = 10ms;

struct Lateness
{
    std::vector<double> microseconds;

    void add(Instant due, Instant now)
    {
        microseconds.push_back(std::chrono::duration<double, std::micro>(now - due).count());
    }
    double quantile(double share)
    {
        std::ranges::sort(microseconds);
        return microseconds[static_cast<std::size_t>(share * double(microseconds.size() - 1))];
    }
};

class Holder
{
public:
    Holder(LoopTimers &timers, quint32 seed, Lateness &lateness, std::function<void()> done)
        : m_timers(timers)
        , m_random(seed)
        , m_lateness(lateness)
        , m_done(std::move(done))
    {
        hold(timers.now());
    }

private:
    void hold(Instant from)
    {
        if (m_left-- == 0)
            return m_done();
        const double draw = std::exponential_distribution<double>(1)(m_random);
        const Instant due = from + std::chrono::duration_cast<std::chrono::nanoseconds>(meanHold * draw);
        m_timers.at(due, [this, due] {
            m_lateness.add(due, m_timers.now());
            hold(due);
        });
    }

    LoopTimers &m_timers;
    std::mt19937 m_random;
    Lateness &m_lateness;
    std::function<void()> m_done;
    int m_left = holdsEach;
};

// On a thread like that of an instance.
Lateness heldOnALoop(quint32 seed)
{
    Lateness lateness;
    QThread thread;
    thread.setEventDispatcher(new services::waiting::EpollDispatcher);
    QObject context;
    context.moveToThread(&thread);
    std::unique_ptr<LoopTimers> timers;
    std::vector<std::unique_ptr<Holder>> holders;
    int left = workers;
    QObject::connect(&thread, &QThread::started, &context, [&] {
        timers = std::make_unique<LoopTimers>();
        for (int worker = 0; worker < workers; ++worker)
            holders.push_back(
                std::make_unique<Holder>(*timers, seed + quint32(worker), lateness, [&left, &thread] {
                    if (--left == 0)
                        thread.quit();
                }));
    });
    QObject::connect(
        &thread, &QThread::finished, &context, [&] { timers.reset(); }, Qt::DirectConnection);
    thread.start();
    thread.wait();
    return lateness;
}

Lateness slept(quint32 seed)
{
    Lateness lateness;
    std::mt19937 random(seed);
    for (int hold = 0; hold < 5 * holdsEach; ++hold) {
        const double draw = std::exponential_distribution<double>(1)(random);
        const Instant due = std::chrono::steady_clock::now()
            + std::chrono::duration_cast<std::chrono::nanoseconds>(1ms * draw);
        const auto since = due.time_since_epoch();
        const auto whole = std::chrono::floor<std::chrono::seconds>(since);
        timespec moment{whole.count(), (since - whole).count()};
        while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &moment, nullptr) != 0) { }
        lateness.add(due, std::chrono::steady_clock::now());
    }
    return lateness;
}

} // namespace

int main()
{
    Figure median(u"work held: late by, median of 64 at once"_s, u"us"_s, Better::Lower);
    Figure worst(u"work held: late by, 99th percentile"_s, u"us"_s, Better::Lower);
    for (int round = 0; round < rounds; ++round) {
        auto held = heldOnALoop(quint32(1000 * round));
        auto reference = slept(quint32(round));
        median.add(held.quantile(0.5));
        median.add(u"clock_nanosleep"_s, reference.quantile(0.5));
        worst.add(held.quantile(0.99));
        worst.add(u"clock_nanosleep"_s, reference.quantile(0.99));
    }
    median.print();
    worst.print();
    return 0;
}
