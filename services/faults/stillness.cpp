// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stillness.h"

namespace services::faults {

void Stillness::begin()
{
    const std::lock_guard lock(m_mutex);
    m_inForce = !m_over;
}

void Stillness::end()
{
    const std::lock_guard lock(m_mutex);
    m_inForce = false;
    m_ended.notify_all();
}

void Stillness::endForGood()
{
    const std::lock_guard lock(m_mutex);
    m_over = true;
    m_inForce = false;
    m_ended.notify_all();
}

void Stillness::keep()
{
    std::unique_lock lock(m_mutex);
    m_ended.wait(lock, [this] { return !m_inForce; });
}

} // namespace services::faults
