// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "comparison.h"

#include <model/system/system.h>

#include <QAbstractTableModel>

namespace app::journeys {

// What customers can do right now: a row a journey, a column a fleet. While something is in force, what was
// predicted of it stands beside what is measured. Says meaning (the roles) and words; the delegate dresses
// them.
class JourneysModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role
    {
        StateRole = Qt::UserRole, // JourneyState as int
        SuffersRole, // bool: what the mouse rests on would hurt it
        ExpectedRole, // JourneyState as int: predicted of what is in force; Unknown: nothing is
        AgreementRole // Agreement as int, of the two
    };

    JourneysModel(const model::system::System &system,
                  const QStringList &fleetTitles,
                  QObject *parent = nullptr);

    // What no cell's words are much longer than: a column as wide as this need not grow.
    static QString longestWords();

    void show(const services::platform::Snapshot &snapshot);
    // What is predicted for one fleet, from the declared calls; empty: nothing.
    void setPrediction(int fleet, const QHash<model::system::JourneyId, JourneyState> &journeys);

    // What was predicted for one fleet of what is in force there; empty: nothing is.
    void setExpected(int fleet, const QHash<model::system::JourneyId, Expectation> &journeys);

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
        Expectation expected = {};
    };
    struct Row
    {
        model::system::JourneyId id;
        QString title;
        std::vector<Cell> cells; // by fleet
    };
    static QString words(const Tally &tally);
    static QString explanation(const Cell &cell);
    static QString comparison(const Expectation &expected);

    QStringList m_fleets;
    std::vector<Row> m_rows;
};

} // namespace app::journeys
