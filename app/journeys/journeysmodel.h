// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/journeystate.h>
#include <model/system/system.h>
#include <services/platform/snapshot.h>

#include <QAbstractTableModel>

namespace app::journeys {

using model::operation::JourneyState;

// What customers can do right now: a row a journey, a column a fleet. Says meaning (StateRole, SuffersRole)
// and words; the delegate dresses them.
class JourneysModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role
    {
        StateRole = Qt::UserRole, // JourneyState as int
        SuffersRole // bool: what the mouse rests on would hurt it
    };

    JourneysModel(const model::system::System &system,
                  const QStringList &fleetTitles,
                  QObject *parent = nullptr);

    // What no cell's words are much longer than: a column as wide as this need not grow.
    static QString longestWords();

    void show(const services::platform::Snapshot &snapshot);
    // What is predicted for one fleet, from the declared calls; empty: nothing.
    void setPrediction(int fleet, const QHash<model::system::JourneyId, JourneyState> &journeys);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Tally = services::experiment::Tally;
    struct Cell
    {
        Tally tally;
        JourneyState predicted = JourneyState::Unknown;
    };
    struct Row
    {
        model::system::JourneyId id;
        QString title;
        std::vector<Cell> cells; // by fleet
    };
    static QString words(const Tally &tally);
    static QString explanation(const Cell &cell);

    QStringList m_fleets;
    std::vector<Row> m_rows;
};

} // namespace app::journeys
