// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/waiting/timers.h>

namespace services::faults {

// Keeps its thread busy with nothing for a share of the time, in slices short enough for the rest to go on
// between them. Belongs to one instance, in its thread.
class Burner
{
public:
    explicit Burner(waiting::Timers &timers);
    ~Burner();
    Burner(const Burner &) = delete;
    Burner &operator=(const Burner &) = delete;

    void setShare(double share); // 0: none

private:
    void burn();

    waiting::Timers &m_timers;
    double m_share = 0;
    waiting::Timers::Ticket m_next = waiting::Timers::Ticket::None;
};

} // namespace services::faults
