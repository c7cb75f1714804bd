// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "soakverdict.h"

#include <algorithm>

namespace tests::soak {

using namespace Qt::StringLiterals;

qint64 MemoryCourse::median(std::size_t from, std::size_t to) const
{
    if (from >= to)
        return 0;
    std::vector<qint64> part(m_bytes.begin() + static_cast<std::ptrdiff_t>(from),
                             m_bytes.begin() + static_cast<std::ptrdiff_t>(to));
    const auto middle = part.begin() + static_cast<std::ptrdiff_t>(part.size() / 2);
    std::ranges::nth_element(part, middle);
    return *middle;
}

qint64 MemoryCourse::firstQuarter() const
{
    return median(0, m_bytes.size() / 4);
}

qint64 MemoryCourse::lastQuarter() const
{
    return median(m_bytes.size() - m_bytes.size() / 4, m_bytes.size());
}

QStringList complaintsAbout(const SoakFigures &figures)
{
    QStringList complaints;
    if (figures.stepsDone < figures.stepsOrdered && !figures.isTimeOrdered)
        complaints.append(
            u"%1 of %2 steps were done in time"_s.arg(figures.stepsDone).arg(figures.stepsOrdered));
    if (figures.stepsDone < stepsUntilFull)
        return complaints;
    const auto early = figures.memory.firstQuarter();
    const auto late = figures.memory.lastQuarter();
    constexpr qint64 megabyte = 1024 * 1024;
    if (static_cast<double>(late) > mostGrowth * static_cast<double>(early))
        complaints.append(
            u"It grows: %1 MB in the first quarter of the steps, %2 MB in the last"_s.arg(early / megabyte)
                .arg(late / megabyte));
    return complaints;
}

} // namespace tests::soak
