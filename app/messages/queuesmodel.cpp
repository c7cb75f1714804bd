// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "queuesmodel.h"

#include <app/tables/healthcolours.h>
#include <app/wording/figures.h>
#include <app/wording/health.h>

#include <QLocale>

#include <algorithm>

namespace app::messages {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using services::broker::QueueStatus;
using wording::Health;

namespace {

constexpr auto aWhile = 1s; // that a message waits when everything works

// What waits longer than it would if everything worked.
bool isFilling(const QueueStatus &queue)
{
    return queue.depth > 0 && (queue.oldestAge >= aWhile || queue.consumers == 0);
}

QVariant healthAt(const QueueRow &queue, int column)
{
    if (column == QueuesModel::DeadColumn && queue.dead > 0)
        return static_cast<int>(Health::Bad);
    const bool tells = column == QueuesModel::WaitingColumn || column == QueuesModel::OldestColumn;
    return tells && queue.isFilling ? QVariant(static_cast<int>(Health::Degraded)) : QVariant();
}

} // namespace

QueuesModel::QueuesModel(model::system::System system, QObject *parent)
    : RowsModel(parent)
    , m_system(std::move(system))
{
}

void QueuesModel::setFleetVisible(int fleet, bool visible)
{
    std::erase(m_hidden, fleet);
    if (!visible)
        m_hidden.push_back(fleet);
}

bool QueuesModel::isFleetVisible(int fleet) const
{
    return std::ranges::find(m_hidden, fleet) == m_hidden.end();
}

QueueRow QueuesModel::rowOf(const QueueStatus &queue) const
{
    QueueRow row;
    row.group = queue.group;
    const auto *capability = m_system.capability(queue.group);
    row.consumer = m_system.titleOf(queue.group);
    QStringList topics;
    for (const auto &[topic, waiting] : queue.topics)
        topics << tr("%1 %L2").arg(topic.value).arg(waiting);
    if (topics.isEmpty() && capability != nullptr) {
        for (const auto &consumption : capability->consumes)
            topics << consumption.topic.value;
    }
    row.topics = topics.join(u" · "_s);
    row.waiting = queue.depth;
    row.inHand = queue.inFlight;
    row.oldest = queue.depth == 0  ? QString()
        : queue.oldestAge < aWhile ? tr("< 1 s")
                                   : wording::ago(queue.oldestAge);
    row.consumers = queue.consumers;
    row.redelivered = queue.redelivered;
    row.dead = queue.deadLetters;
    row.isFilling = isFilling(queue);
    return row;
}

void QueuesModel::show(const services::platform::Snapshot &snapshot)
{
    std::vector<QueueRow> rows;
    for (size_t fleet = 0; fleet < snapshot.fleets.size(); ++fleet) {
        if (!isFleetVisible(static_cast<int>(fleet)))
            continue;
        for (const auto &queue : snapshot.fleets[fleet].queues) {
            rows.push_back(rowOf(queue));
            rows.back().fleet = static_cast<int>(fleet);
            rows.back().shape = snapshot.fleets[fleet].title;
        }
    }
    replace(std::move(rows));
}

const QueueRow *QueuesModel::queue(int row) const
{
    return row >= 0 && row < rowCount() ? &this->row(row) : nullptr;
}

int QueuesModel::rowFor(int fleet, const model::system::TopicId &topic) const
{
    const auto consumers = m_system.consumersOf(topic);
    int best = -1;
    for (int index = 0; index < rowCount(); ++index) {
        const auto &queue = row(index);
        const bool isFor
            = queue.fleet == fleet && std::ranges::find(consumers, queue.group) != consumers.end();
        if (isFor && (best < 0 || queue.waiting > row(best).waiting))
            best = index;
    }
    return best;
}

int QueuesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant QueuesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &queue = row(index.row());
    const bool isNumber = index.column() >= WaitingColumn && index.column() <= DeadColumn;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == tables::healthRole)
        return healthAt(queue, index.column());
    if (role == Qt::ToolTipRole && index.column() == TopicsColumn)
        return queue.topics;
    if (role != Qt::DisplayRole)
        return {};
    const auto number = [](std::int64_t count) { return QLocale().toString(qint64{count}); };
    switch (index.column()) {
    case ShapeColumn:
        return queue.shape;
    case ConsumerColumn:
        return queue.consumer;
    case WaitingColumn:
        return number(queue.waiting);
    case InHandColumn:
        return number(queue.inHand);
    case OldestColumn:
        return queue.oldest;
    case ConsumersColumn:
        return number(queue.consumers);
    case RedeliveredColumn:
        return number(queue.redelivered);
    case DeadColumn:
        return queue.dead > 0 ? u"✗ "_s + number(queue.dead) : number(0);
    default:
        return queue.topics;
    }
}

QVariant QueuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= Columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(
            (section >= WaitingColumn && section <= DeadColumn ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    const std::pair<QString, QString> titles[]
        = {{tr("Shape"), {}},
           {tr("Queue of"), tr("The consumer whose queue it is; all its instances share it")},
           {tr("Waiting"), tr("Measured: messages that are not acknowledged yet, those in hand included")},
           {tr("In hand"), tr("Measured: messages which a consumer has and has not answered yet")},
           {tr("Oldest"), tr("Measured: since the oldest of them was published")},
           {tr("Readers"), tr("Measured: instances that consume it")},
           {tr("Again"), tr("Measured: how often a message was delivered again, since the start")},
           {tr("Dead"), tr("Measured: messages that nobody could handle, set aside")},
           {tr("Topics"), tr("Measured: of each topic that it consumes, how many messages wait")}};
    if (role == Qt::DisplayRole)
        return titles[section].first;
    return role == Qt::ToolTipRole ? QVariant(titles[section].second) : QVariant();
}

} // namespace app::messages
