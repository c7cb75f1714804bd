// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "queuebadges.h"

#include <app/wording/figures.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace app::graph {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using model::layout::NodeKind;
using services::broker::QueueStatus;

namespace {

constexpr auto longWait = 1s; // that a message waits, when everything works
constexpr std::int64_t many = 50; // messages, the same
constexpr double veryFull = 4; // tenfolds

QString ofQueues(const char *text)
{
    return QCoreApplication::translate("app::graph", text);
}

bool isFilling(const QueueStatus &queue)
{
    return queue.depth > 0 && (queue.oldestAge >= longWait || queue.depth >= many || queue.consumers == 0);
}

QString sentenceOf(const QueueStatus &queue)
{
    QStringList parts;
    if (queue.depth == 0)
        parts << ofQueues("its queue is empty");
    else
        parts << ofQueues("%L1 messages wait for it, the oldest for %2")
                     .arg(queue.depth)
                     .arg(wording::ago(queue.oldestAge));
    parts << (queue.consumers == 0       ? ofQueues("nobody consumes them")
                  : queue.consumers == 1 ? ofQueues("1 consumer")
                                         : ofQueues("%1 consumers").arg(queue.consumers));
    if (queue.redelivered > 0)
        parts << ofQueues("%L1 redelivered").arg(queue.redelivered);
    if (queue.deadLetters > 0)
        parts << ofQueues("%L1 set aside as dead letters").arg(queue.deadLetters);
    return parts.join(u", "_s);
}

// Of the messages of one topic, or of all.
QueueSign signOf(const QueueStatus &queue, std::int64_t depth)
{
    QueueSign sign;
    sign.fill = std::min(std::log10(static_cast<double>(depth) + 1) / veryFull, 1.0);
    QStringList words;
    if (isFilling(queue) && depth > 0) {
        words << u"%1 · %2"_s.arg(QLocale().toString(qint64{depth}), wording::ago(queue.oldestAge));
        sign.health = Health::Degraded;
    }
    if (queue.deadLetters > 0) {
        words << ofQueues("✗ %L1 dead").arg(queue.deadLetters);
        sign.health = Health::Bad;
    }
    sign.words = words.join(u" "_s);
    return sign;
}

} // namespace

QueueBadges::QueueBadges(const model::system::System &system, const model::packaging::Packaging &packaging)
    : m_system(system)
    , m_packaging(packaging)
{
}

void QueueBadges::add(const std::vector<QueueStatus> &queues, Vitality &vitality) const
{
    for (const auto &queue : queues) {
        if (const auto *consumer = m_system.capability(queue.group))
            add(queue, *consumer, vitality);
    }
}

void QueueBadges::add(const QueueStatus &queue,
                      const model::system::Capability &consumer,
                      Vitality &vitality) const
{
    const auto *unit = m_packaging.unitOf(consumer.id);
    if (unit == nullptr)
        return;
    const NodeId node{NodeKind::Unit, unit->id.value};
    const bool isAlone = unit->capabilities.size() == 1;
    auto &live = isAlone ? vitality.nodes[node] : vitality.modules[consumer.id];
    const auto all = signOf(queue, queue.depth);
    if (isAlone) {
        live.details << sentenceOf(queue);
    } else {
        live.figures = sentenceOf(queue);
        if (!all.words.isEmpty() && live.reason.isEmpty()) {
            live.reason = QCoreApplication::translate("app::graph", "queue %1").arg(all.words);
            live.brief = {all.words};
            live.health = std::max(live.health, all.health);
        }
    }
    for (const auto &consumption : consumer.consumes) {
        const auto ofTopic = queue.topics.find(consumption.topic);
        const NodeId topic{NodeKind::Topic, consumption.topic.value};
        vitality.queues[{topic, node}]
            = signOf(queue, ofTopic != queue.topics.end() ? ofTopic->second : std::int64_t{0});
    }
}

} // namespace app::graph
