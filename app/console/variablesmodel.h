// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "variables.h"

#include <QAbstractTableModel>

namespace app::console {

// The variables as a table to be edited: a name, and a value in each fleet. Its last row is empty: a name
// written there makes a new one. GUI thread.
class VariablesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit VariablesModel(const QStringList &fleets, QObject *parent = nullptr);

    const Variables &variables() const { return m_variables; }
    // What an answer gave.
    void set(const QString &name, int fleet, const QString &value);
    void setEverywhere(const QString &name, const QString &value);
    void remove(int row);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    bool add(const QString &name);

    Variables m_variables;
};

} // namespace app::console
