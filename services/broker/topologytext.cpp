// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "topologytext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace services::broker {

QByteArray textOf(const std::vector<TopicBinding> &topology)
{
    QJsonObject topics;
    for (const TopicBinding &binding : topology) {
        QJsonArray groups;
        for (const CapabilityId &group : binding.groups)
            groups.append(group.value);
        topics.insert(binding.topic.value, groups);
    }
    return QJsonDocument(topics).toJson(QJsonDocument::Compact);
}

std::vector<TopicBinding> topologyOf(const QByteArray &text)
{
    std::vector<TopicBinding> topology;
    const auto topics = QJsonDocument::fromJson(text).object();
    for (auto topic = topics.begin(); topic != topics.end(); ++topic) {
        TopicBinding binding{{topic.key()}, {}};
        for (const auto &group : topic.value().toArray())
            binding.groups.push_back({group.toString()});
        topology.push_back(std::move(binding));
    }
    return topology;
}

} // namespace services::broker
