// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/tables/rowsmodel.h>
#include <model/system/system.h>

namespace app::console {

// One line of a contract: a part of what is asked or answered, or a status.
struct ContractRow
{
    QString where; // "Body", "Answer", "Status"
    QString name;
    QString type;
    QString meaning;

    bool operator==(const ContractRow &) const = default;
};

// What an endpoint promises, as its system declares it: what it takes, what it answers, and with which
// statuses; those which any endpoint may have come last. GUI thread.
class ContractModel : public tables::RowsModel<ContractRow>
{
    Q_OBJECT
public:
    enum Column
    {
        WhereColumn,
        NameColumn,
        TypeColumn,
        MeaningColumn,
        ColumnCount
    };
    using RowsModel::RowsModel;

    void show(const model::system::Endpoint &endpoint, const model::system::System &system);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Rows = std::vector<ContractRow>;
    static void addShape(
        const QString &where, const QString &name, const model::system::Shape &shape, int depth, Rows &rows);
    static void
    addStatuses(const model::system::Endpoint &endpoint, const model::system::Contract *contract, Rows &rows);
};

} // namespace app::console
