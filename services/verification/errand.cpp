// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "errand.h"

#include <services/telemetry/threadcputime.h>
#include <services/waiting/post.h>
#include <services/waiting/stepback.h>

#include <algorithm>
#include <utility>

namespace services::verification {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {

constexpr auto work = 1ms; // of a processor; to hash a password takes less

} // namespace

Errand::Errand()
{
    m_pool.setMaxThreadCount(1);
}

Errand::~Errand()
{
    m_pool.waitForDone();
}

void Errand::send()
{
    const std::scoped_lock lock(m_mutex);
    if (m_sent)
        return;
    m_sent = Clock::now();
    waiting::post(m_pool, [this, sent = *m_sent] { run(sent); });
}

void Errand::run(Clock::time_point sent)
{
    waiting::stepBack();
    const auto begin = telemetry::threadCpuTime();
    auto worked = 0ns;
    for (int looks = 0; worked < work && looks < 1'000'000; ++looks) // where threads have no clock: an end
        worked = telemetry::threadCpuTime() - begin;
    const std::scoped_lock lock(m_mutex);
    m_lateness.push_back(std::max(0ns, nanoseconds(Clock::now() - sent) - worked));
    m_sent.reset();
}

std::vector<nanoseconds> Errand::takeLateness()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_lateness, {});
}

nanoseconds Errand::outFor() const
{
    const std::scoped_lock lock(m_mutex);
    return m_sent ? Clock::now() - *m_sent : 0ns;
}

} // namespace services::verification
