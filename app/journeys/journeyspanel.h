// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "journeysmodel.h"
#include "losscard.h"
#include "statechip.h"

#include <model/packaging/packaging.h>

#include <QWidget>

class QTableView;

namespace app::journeys {

// The left side: what customers can do in each shape, what happened last, and how many journeys it cost:
// as the declared calls predict and as the shoppers measure. GUI thread.
class JourneysPanel : public QWidget
{
    Q_OBJECT
public:
    JourneysPanel(const model::system::System &system,
                  const std::vector<model::packaging::Packaging> &packagings,
                  QWidget *parent = nullptr);

    JourneysModel &model() { return *m_model; }
    void setTheme(const style::Theme &theme);
    void show(const services::platform::Snapshot &snapshot);
    void setFleetVisible(int fleet, bool visible);
    // While a verb is pointed at: what it would do to a unit of a fleet.
    void predictCrash(int fleet, const model::system::UnitId &unit);
    void forgetPrediction();

private:
    void dressTable();
    LossCard::Loss lossOf(size_t fleet, const services::platform::FleetSnapshot &snapshot) const;
    // About the instances that are down; `hurt` journeys are measured.
    QString story(const std::vector<const services::platform::InstanceSnapshot *> &dead, int hurt) const;

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    JourneysModel *m_model;
    StateChip *m_chips;
    QTableView *m_table;
    LossCard *m_loss;
};

} // namespace app::journeys
