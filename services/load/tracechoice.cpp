// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracechoice.h"

namespace services::load {

using namespace std::chrono;

TraceChoice::TraceChoice(double perSecond)
    : m_pause(perSecond > 0 ? duration_cast<nanoseconds>(duration<double>(1 / perSecond)) : nanoseconds(0))
{
}

bool TraceChoice::takes(const model::system::JourneyId &journey, model::telemetry::Instant now)
{
    if (m_pause.count() == 0)
        return false;
    const auto next = m_next.find(journey);
    if (next != m_next.end() && now < *next)
        return false;
    m_next.insert(journey, now + m_pause);
    return true;
}

} // namespace services::load
