// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "roster.h"

#include <services/faults/faultboard.h>
#include <services/storage/storetrouble.h>

#include <QThreadPool>

namespace services::runtime {

// Makes the stores of a fleet's units suffer what is in force, and heals them: whoever could not boot
// meanwhile boots again. Owned by the fleet, in the control thread, which does not wait for the files: what
// is done to them is done by a thread of its own, in order.
class StoreFaults : public QObject
{
    Q_OBJECT
public:
    explicit StoreFaults(Roster &roster);
    ~StoreFaults() override;

    void setMeans(std::shared_ptr<const FleetMeans> means) { m_means = std::move(means); }
    void apply(const std::vector<faults::FaultInForce> &inForce);
    // All of them, and for good; waits until it is done.
    void heal();

private:
    void make(const model::system::UnitId &unit, const storage::StoreCondition &condition);
    void onMade(const model::system::UnitId &unit, const Result<void> &outcome);
    void revive(const model::system::UnitId &unit);

    Roster &m_roster;
    std::shared_ptr<const FleetMeans> m_means; // null until prepared
    std::map<model::system::UnitId, storage::StoreCondition> m_wanted;
    QThreadPool m_worker;
    bool m_isHealed = false;
};

} // namespace services::runtime
