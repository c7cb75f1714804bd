// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "topicpage.h"

#include "responsibilityrows.h"

#include <app/style/label.h>

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace app::inspector {

using namespace Qt::StringLiterals;
using model::system::CapabilityId;
using style::label;

TopicPage::TopicPage(const model::system::System &system,
                     const std::vector<model::packaging::Packaging> &packagings,
                     QWidget *parent)
    : QScrollArea(parent)
    , m_system(system)
    , m_packagings(packagings)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Inspector, topic"));
}

void TopicPage::select(int fleet, const model::system::TopicId &topic)
{
    m_fleet = fleet;
    m_topic = topic;
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(14, 14, 14, 14);
    column->setSpacing(6);
    column->addWidget(label(topic.value, "title"));
    column->addWidget(label(tr("Topic of messages. Declared."), "small"));
    if (const auto *declared = m_system.topic(topic))
        column->addWidget(label(declared->summary, "subtle"));
    std::vector<CapabilityId> publishers;
    for (const auto &capability : m_system.capabilities) {
        if (std::ranges::find(capability.publishes, topic) != capability.publishes.end())
            publishers.push_back(capability.id);
    }
    addParties(*column, tr("Published by"), publishers);
    addParties(*column, tr("Subscribed to by"), m_system.consumersOf(topic));
    column->addWidget(label(tr("Waiting"), "heading"));
    const bool hasConsumers = !m_system.consumersOf(topic).empty();
    m_waiting = label(hasConsumers ? tr("Not measured yet.") : tr("Nobody."), "plain");
    m_waiting->setToolTip(
        style::tip(tr("Measured: messages of this topic that are not acknowledged yet, in the queue of each "
                      "subscriber")));
    column->addWidget(m_waiting);
    auto *messages = new QPushButton(tr("Its messages…"));
    messages->setToolTip(style::tip(tr("Look into the queue of a subscriber")));
    connect(messages, &QPushButton::clicked, this, [this] { Q_EMIT messagesWanted(m_fleet, m_topic); });
    column->addWidget(messages);
    column->addStretch(1);
    if (auto *before = takeWidget())
        before->deleteLater(); // one of its rows may have led here
    setWidget(page);
    page->show();
}

void TopicPage::addParties(QVBoxLayout &column,
                           const QString &heading,
                           const std::vector<CapabilityId> &parties)
{
    column.addWidget(label(heading, "heading"));
    if (parties.empty())
        column.addWidget(label(tr("Nobody."), "plain"));
    for (const auto &party : parties) {
        auto *row = leadingRow(u"→ "_s + m_system.titleOf(party), tr("Show who it is. Declared."));
        connect(row, &QPushButton::clicked, this, [this, party] {
            if (const auto *unit = m_packagings[static_cast<size_t>(m_fleet)].unitOf(party))
                Q_EMIT subjectWanted({m_fleet, unit->id, party});
        });
        column.addWidget(row);
    }
}

void TopicPage::show(const services::platform::Snapshot &snapshot)
{
    const auto consumers = m_system.consumersOf(m_topic);
    QStringList lines;
    for (size_t fleet = 0; fleet < std::min(snapshot.fleets.size(), m_packagings.size()); ++fleet) {
        for (const auto &queue : snapshot.fleets[fleet].queues) {
            if (std::ranges::find(consumers, queue.group) == consumers.end())
                continue;
            const auto ofTopic = queue.topics.find(m_topic);
            const auto waiting = ofTopic != queue.topics.end() ? ofTopic->second : 0;
            lines << tr("%1, for %2: %L3")
                         .arg(m_packagings[fleet].title, m_system.titleOf(queue.group))
                         .arg(waiting);
        }
    }
    if (m_waiting != nullptr)
        m_waiting->setText(consumers.empty()     ? tr("Nobody.")
                               : lines.isEmpty() ? tr("Not measured yet.")
                                                 : lines.join(u'\n'));
}

} // namespace app::inspector
