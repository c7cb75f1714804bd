// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/tables/rowsmodel.h>
#include <model/packaging/packaging.h>
#include <model/system/system.h>
#include <services/platform/snapshot.h>

namespace app::messages {

// How the queue of one consuming capability is doing, in words.
struct QueueRow
{
    int fleet = 0; // position
    model::system::CapabilityId group;
    QString shape; // the fleet's title
    QString consumer; // the capability's title
    QString topics; // "order.placed 12"
    std::int64_t waiting = 0;
    std::int64_t inHand = 0;
    QString oldest;
    int consumers = 0;
    std::int64_t redelivered = 0;
    std::int64_t dead = 0;
    bool isFilling = false;

    bool operator==(const QueueRow &) const = default;
};

// All queues of the fleets that are shown, a row each. GUI thread.
class QueuesModel : public tables::RowsModel<QueueRow>
{
    Q_OBJECT
public:
    enum Column
    {
        ShapeColumn,
        ConsumerColumn,
        WaitingColumn,
        InHandColumn,
        OldestColumn,
        ConsumersColumn,
        RedeliveredColumn,
        DeadColumn,
        TopicsColumn,
        Columns
    };

    explicit QueuesModel(model::system::System system, QObject *parent = nullptr);

    void setFleetVisible(int fleet, bool visible); // with the next snapshot
    bool isFleetVisible(int fleet) const;
    void show(const services::platform::Snapshot &snapshot);
    const QueueRow *queue(int row) const; // null: there is none
    // Of the fleet's queues for that topic the one where most waits; -1: there is none.
    int rowFor(int fleet, const model::system::TopicId &topic) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QueueRow rowOf(const services::broker::QueueStatus &queue) const;

    model::system::System m_system;
    std::vector<int> m_hidden; // fleets
};

} // namespace app::messages
