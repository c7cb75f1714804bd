// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "runrecord.h"

#include <QHash>

namespace services::experiment {

// Writes down what happens to one fleet during a run. Late attempts are remembered until their final result
// comes. A plain object of the control thread.
class RunRecorder
{
public:
    RunRecorder(model::system::PackagingId fleet, QString title);

    void begin(Instant at);
    void take(const load::LoadBatch &batch);
    void look(Sighting sighting) { m_record.sightings.push_back(std::move(sighting)); }
    void action(Instant at) { m_record.actions.push_back(at); }
    void fault(const QString &words, Instant at);
    void restartOrdered(Instant at);
    // To be told often: a fault has healed when the fleet is healthy after it has not been.
    void health(bool isHealthy, Instant now);
    bool isHealing() const;
    void waitedInVain(const QString &words, const QString &actual, Instant at);

    FleetRecord finish(Instant at);

private:
    FaultWindow *openFault();

    FleetRecord m_record;
    QHash<quint64, load::JourneyResult> m_late;
    bool m_wasUnhealthy = false; // since the open fault
};

} // namespace services::experiment
