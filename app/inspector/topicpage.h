// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "subject.h"

#include <services/platform/snapshot.h>

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace app::inspector {

// A selected topic: what its messages tell, who publishes them and who subscribes, as declared; and how many
// wait for each subscriber in each shape, measured. GUI thread.
class TopicPage : public QScrollArea
{
    Q_OBJECT
public:
    TopicPage(const model::system::System &system,
              const std::vector<model::packaging::Packaging> &packagings,
              QWidget *parent = nullptr);

    // In the picture of that fleet.
    void select(int fleet, const model::system::TopicId &topic);
    const model::system::TopicId &topic() const { return m_topic; }
    void show(const services::platform::Snapshot &snapshot);

Q_SIGNALS:
    void subjectWanted(const app::inspector::Subject &subject);
    void messagesWanted(int fleet, const model::system::TopicId &topic); // to be looked into

private:
    void addParties(QVBoxLayout &column,
                    const QString &heading,
                    const std::vector<model::system::CapabilityId> &parties);

    model::system::System m_system;
    std::vector<model::packaging::Packaging> m_packagings;
    int m_fleet = 0;
    model::system::TopicId m_topic;
    QLabel *m_waiting = nullptr; // of the page that is shown
};

} // namespace app::inspector
