// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/tables/rowsmodel.h>
#include <app/wording/health.h>
#include <model/system/system.h>
#include <model/telemetry/trace.h>

namespace app::traces {

// The same piece of two traces, in words; empty words: it is in the other one only.
struct ComparedRow
{
    QString title;
    QString one;
    QString other;
    QString difference;
    wording::Health health = wording::Health::Neutral; // of the other one, beside the first

    bool operator==(const ComparedRow &) const = default;
};

// A trace, and what it is called beside another one: "Monolith", or when it began.
struct NamedTrace
{
    QString name;
    const model::telemetry::Trace &trace;
};

// Two traces side by side: how long each took in all and how often it crossed the network; then what is the
// same in both, by who does what for the how-manieth time, and what only one of them has. GUI thread.
class ComparisonModel : public tables::RowsModel<ComparedRow>
{
    Q_OBJECT
public:
    enum Column
    {
        WhatColumn,
        OneColumn,
        OtherColumn,
        DifferenceColumn,
        Columns
    };

    explicit ComparisonModel(QObject *parent = nullptr);

    void show(const NamedTrace &one, const NamedTrace &other, const model::system::System &system);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void setNames(const QString &one, const QString &other);

    QString m_one;
    QString m_other;
};

} // namespace app::traces
