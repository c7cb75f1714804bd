// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "requestdraft.h"

#include <app/tables/rowsmodel.h>
#include <model/system/system.h>

#include <QDateTime>

namespace app::console {

// A request that was sent, as it was written, and what became of it.
struct SentRequest
{
    quint64 number = 0; // of the sending
    model::system::EndpointId endpoint;
    int target = 0; // which fleet, or how many there are: all of them
    RequestDraft draft;
    QDateTime at;
    QString outcome; // "200 · 3 ms"; empty: not yet
    bool isTrouble = false;
    int first = 0; // the fleet whose outcome stands first

    bool operator==(const SentRequest &) const = default;
};

// What was sent lately, the newest first. GUI thread.
class HistoryModel : public tables::RowsModel<SentRequest>
{
    Q_OBJECT
public:
    enum Column
    {
        TimeColumn,
        RequestColumn,
        TargetColumn,
        OutcomeColumn,
        ColumnCount
    };
    HistoryModel(const model::system::System &system, QStringList targets, QObject *parent = nullptr);

    void add(const SentRequest &request);
    // What a fleet answered; where there are several, in their order.
    void conclude(quint64 number, int fleet, const QString &outcome, bool isTrouble);
    const SentRequest *at(int row) const;
    QString lastOutcomeOf(const model::system::EndpointId &endpoint) const; // empty: none is known
    // Those of an earlier start, the newest first.
    void recall(std::vector<SentRequest> requests) { replace(std::move(requests)); }
    void clear() { replace({}); }
    const std::vector<SentRequest> &all() const { return rows(); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static constexpr std::size_t longest = 100; // rows

private:
    QString wordsOf(const SentRequest &request, int column) const;

    model::system::System m_system;
    QStringList m_targets; // titles
};

} // namespace app::console
