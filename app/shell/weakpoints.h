// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/analysis/singlepoints.h>

#include <QAbstractTableModel>

namespace app::shell {

// Of what there is only one, the most painful loss first: a row each, with the journeys it would cost. GUI
// thread.
class WeakPoints : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Loss,
        Down,
        Degraded,
        Lost,
        Columns
    };

    explicit WeakPoints(const model::system::System &system, QObject *parent = nullptr);

    // Of a fleet that is packaged so.
    void show(const model::packaging::Packaging &packaging,
              const std::vector<model::analysis::SinglePoint> &points);
    const model::operation::Fault &fault(int row) const { return m_points[static_cast<size_t>(row)].fault; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString titles(const std::vector<model::system::JourneyId> &journeys) const;

    model::system::System m_system;
    model::packaging::Packaging m_packaging;
    std::vector<model::analysis::SinglePoint> m_points;
};

} // namespace app::shell
