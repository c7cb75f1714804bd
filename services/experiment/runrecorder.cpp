// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "runrecorder.h"

namespace services::experiment {

using namespace Qt::StringLiterals;

RunRecorder::RunRecorder(model::system::PackagingId fleet, QString title)
{
    m_record.fleet = std::move(fleet);
    m_record.title = std::move(title);
}

void RunRecorder::begin(Instant at)
{
    m_record.begin = at;
}

void RunRecorder::take(const load::LoadBatch &batch)
{
    m_record.withoutShopper += batch.withoutShopper;
    for (const auto &result : batch.results) {
        if (result.pending) {
            m_late.insert(result.attempt, result);
            continue;
        }
        m_late.remove(result.attempt);
        m_record.results.push_back(result);
    }
}

void RunRecorder::fault(const QString &words, Instant at)
{
    if (auto *open = openFault()) {
        open->words += u", "_s + words;
        open->restartedAt.reset();
        return;
    }
    m_record.faults.push_back({words, at, std::nullopt, std::nullopt});
    m_wasUnhealthy = false;
}

void RunRecorder::restartOrdered(Instant at)
{
    if (auto *open = openFault())
        open->restartedAt = at;
}

void RunRecorder::health(bool isHealthy, Instant now)
{
    m_wasUnhealthy = m_wasUnhealthy || !isHealthy;
    auto *open = openFault();
    if (open != nullptr && isHealthy && m_wasUnhealthy)
        open->healedAt = now;
}

bool RunRecorder::isHealing() const
{
    return !m_record.faults.empty() && !m_record.faults.back().healedAt;
}

void RunRecorder::waitedInVain(const QString &words, const QString &actual, Instant at)
{
    m_record.vainWaits.push_back({words, actual, at});
}

FaultWindow *RunRecorder::openFault()
{
    return isHealing() ? &m_record.faults.back() : nullptr;
}

FleetRecord RunRecorder::finish(Instant at)
{
    m_record.end = at;
    for (const auto &late : std::as_const(m_late))
        m_record.results.push_back(late);
    m_late.clear();
    return std::move(m_record);
}

} // namespace services::experiment
