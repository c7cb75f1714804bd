// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <mutex>

namespace services::faults {

// Makes the thread of an instance stand still, as if its process had been stopped: the system goes on
// accepting its connections, and nobody answers them. Shared by that thread and the control thread.
class Stillness
{
public:
    // Any thread:
    void begin();
    void end();
    void endForGood(); // the instance has crashed: its thread must see that

    // Its own thread, with nothing in the middle: returns when there is no stillness.
    void keep();

private:
    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_inForce = false; // guarded
    bool m_over = false; // guarded
};

} // namespace services::faults
