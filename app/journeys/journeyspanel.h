// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "comparison.h"
#include "journeysmodel.h"
#include "losscard.h"
#include "statechip.h"

#include <model/packaging/packaging.h>

#include <QWidget>

class QLabel;

namespace app::tables {
class QuietTable;
}

namespace app::journeys {

// The left side: what customers can do in each shape, what happened last, and how many journeys it cost:
// as the model predicts and as the shoppers measure. GUI thread.
class JourneysPanel : public QWidget
{
    Q_OBJECT
public:
    JourneysPanel(const model::system::System &system,
                  const std::vector<model::packaging::Packaging> &packagings,
                  QWidget *parent = nullptr);

    JourneysModel &model() { return *m_model; }
    void setTheme(const style::Theme &theme);
    void measure(const services::platform::Snapshot &snapshot); // each, or some of the results are missed
    void show(const services::platform::Snapshot &snapshot); // what has been measured so far
    // What was measured at the moment that a person looks back at, so long ago; until the next snapshot is
    // shown. What was predicted then is not remembered.
    void showMoment(const services::platform::Snapshot &then, std::chrono::nanoseconds ago);
    void setFleetVisible(int fleet, bool visible);
    // What is predicted of what is in force in a fleet.
    void expect(int fleet, const model::analysis::BlastRadius &radius);
    // Something else is in force than what that was predicted of.
    void doubt(int fleet);
    // While a fault is pointed at: what it would do to its fleet.
    void predict(int fleet, const model::operation::Fault &fault, const model::analysis::BlastRadius &radius);
    void forgetPrediction();
    // The keyboard goes to its line.
    void choose(const model::system::JourneyId &journey);

Q_SIGNALS:
    // Somebody wants to follow such an attempt.
    void traceWanted(int fleet, const model::system::JourneyId &journey);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void dressTable();
    void fitTable(); // to the style, which comes when all has been built
    void showLosses(const services::platform::Snapshot &snapshot);
    void describeMoment(std::chrono::nanoseconds ago);
    LossCard::Loss lossOf(size_t fleet, const services::platform::FleetSnapshot &snapshot) const;
    QStringList storyOfFaults(size_t fleet, const std::vector<model::operation::Fault> &faults) const;
    // About the instances that are down; `hurt` journeys are measured.
    QString storyOfDead(size_t fleet,
                        const std::vector<const services::platform::InstanceSnapshot *> &dead,
                        int hurt) const;
    QStringList slowedBy(size_t fleet, const model::analysis::BlastRadius &radius) const;
    QString words(const Comparison::Disagreement &disagreement) const;

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    std::vector<Comparison> m_comparisons; // by fleet
    JourneysModel *m_model;
    StateChip *m_chips;
    tables::QuietTable *m_table;
    LossCard *m_loss;
    QWidget *m_content = nullptr;
    QLabel *m_heading;
    std::optional<model::telemetry::Instant> m_moment; // that is looked back at; nothing: now
};

} // namespace app::journeys
