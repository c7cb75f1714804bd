// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pace.h"

#include <QStringList>

namespace services::verification {

using namespace Qt::StringLiterals;

void Pace::Count::add(int more, int moreLate)
{
    all += more;
    late += moreLate;
}

void Pace::take(const load::LoadBatch &batch)
{
    m_customers.add(batch.arrivals, batch.lateArrivals);
}

void Pace::woke(std::chrono::nanoseconds late)
{
    m_looks.add(1, late > lateAfter ? 1 : 0);
}

void Pace::ran(std::chrono::nanoseconds late)
{
    m_errands.add(1, late > errandLateAfter ? 1 : 0);
}

bool Pace::keptUp() const
{
    return m_customers.keptUp() && m_looks.keptUp() && m_errands.keptUp();
}

QString Pace::words() const
{
    QStringList words;
    const auto limit = lateAfter.count();
    if (m_customers.late > 0)
        words.append(u"%1 of %2 customers began more than %3 ms after they meant to"_s.arg(m_customers.late)
                         .arg(m_customers.all)
                         .arg(limit));
    if (m_looks.late > 0)
        words.append(
            u"%1 of %2 looks came more than %3 ms late"_s.arg(m_looks.late).arg(m_looks.all).arg(limit));
    if (m_errands.late > 0)
        words.append(u"%1 of %2 times work in the background waited more than %3 ms for a processor"_s
                         .arg(m_errands.late)
                         .arg(m_errands.all)
                         .arg(errandLateAfter.count()));
    return words.join(u", "_s);
}

} // namespace services::verification
