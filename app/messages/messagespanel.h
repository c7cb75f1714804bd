// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "queuesmodel.h"

#include <app/style/theme.h>
#include <services/platform/platform.h>

#include <QWidget>

class QButtonGroup;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace app::tables {
class QuietTable;
}

namespace app::messages {

class LettersModel;

// The queues of all fleets, and what lies in one of them: waiting messages or dead letters, with their
// payload; and putting them back. Asks for what it shows; does not read itself. GUI thread.
class MessagesPanel : public QWidget
{
    Q_OBJECT
public:
    MessagesPanel(const model::system::System &system,
                  const std::vector<model::packaging::Packaging> &packagings,
                  QWidget *parent = nullptr);

    void setTheme(const style::Theme &theme);
    void setFleetVisible(int fleet, bool visible);
    void show(const services::platform::Snapshot &snapshot);
    // Chooses a queue of that fleet for the topic, as soon as it is known which there are.
    void lookFor(int fleet, const model::system::TopicId &topic);
    // Asks for the messages of the queue that is chosen, if there is one.
    void refresh();
    // The answers; those to a question that is not asked any more are dropped.
    void showMessages(int fleet,
                      const services::broker::Peek &what,
                      const std::vector<services::broker::PeekedMessage> &messages);
    void showFailure(const QString &why);

    QueuesModel &queues() { return *m_queues; }
    LettersModel &letters() { return *m_letters; }

Q_SIGNALS:
    void peekWanted(int fleet, const services::broker::Peek &what);
    // Empty: all dead letters of the group.
    void replayWanted(int fleet,
                      const model::system::CapabilityId &group,
                      const std::vector<std::int64_t> &letters);
    void redeliverWanted(int fleet, const model::system::CapabilityId &group, std::int64_t message);

private:
    QWidget *buildLetters();
    QString publishedWords(const services::platform::Snapshot &snapshot) const;
    void chooseQueue();
    void chooseWanted();
    void chooseLetter();
    void choose(bool dead);
    void replay(bool all);
    void redeliver();
    void offer(); // what can be done to what is chosen
    bool areDead() const;

    std::vector<model::packaging::Packaging> m_packagings;
    QueuesModel *m_queues;
    LettersModel *m_letters;
    tables::QuietTable *m_queueTable;
    tables::QuietTable *m_letterTable;
    QPlainTextEdit *m_payload;
    QLabel *m_topics;
    QLabel *m_heading;
    QLabel *m_why;
    QButtonGroup *m_shelf;
    QPushButton *m_redeliver;
    QPushButton *m_replay;
    QPushButton *m_replayAll;
    int m_fleet = -1; // whose queue is chosen; -1: none
    services::broker::Peek m_what;
    std::vector<services::broker::PeekedMessage> m_messages; // as they are shown
    std::optional<std::int64_t> m_chosen; // message
    std::optional<std::pair<int, model::system::TopicId>> m_wanted; // by somebody who has asked for it
};

} // namespace app::messages
