// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bookkeeping.h"

#include <algorithm>

namespace app::books {

Verdict Standing::verdict() const
{
    if (!audit.unread.isEmpty())
        return Verdict::Unreadable;
    if (!audit.wrong.empty())
        return Verdict::Wrong;
    return audit.inFlight > 0 || audit.waiting > 0 || suspected > 0 ? Verdict::Moving : Verdict::Balanced;
}

void Bookkeeping::take(const services::platform::BooksReading &reading)
{
    m_standings.clear();
    m_found.resize(reading.fleets.size());
    for (size_t fleet = 0; fleet < reading.fleets.size(); ++fleet) {
        const auto &books = reading.fleets[fleet];
        Standing standing{books.title, books.audit, books.orders};
        auto &wrong = standing.audit.wrong;
        const auto before = std::exchange(m_found[fleet], wrong);
        standing.suspected = static_cast<int>(std::erase_if(wrong, [&](const AuditFinding &finding) {
            return std::ranges::find(before, finding) == before.end();
        }));
        m_standings.push_back(std::move(standing));
    }
}

Verdict Bookkeeping::verdict() const
{
    auto worst = Verdict::Unknown;
    for (const auto &standing : m_standings)
        worst = std::max(worst, standing.verdict());
    return worst;
}

int Bookkeeping::wrong() const
{
    int wrong = 0;
    for (const auto &standing : m_standings)
        wrong += static_cast<int>(standing.audit.wrong.size());
    return wrong;
}

} // namespace app::books
