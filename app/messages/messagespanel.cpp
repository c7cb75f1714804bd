// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messagespanel.h"

#include "lettersmodel.h"
#include "payloadtext.h"

#include <app/style/label.h>
#include <app/style/leadfocus.h>
#include <app/style/segment.h>
#include <app/style/smallbutton.h>
#include <app/tables/quiettable.h>
#include <app/wording/figures.h>

#include <QButtonGroup>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>

#include <algorithm>
#include <utility>

namespace app::messages {

using namespace Qt::StringLiterals;
using services::broker::PeekedMessage;
using services::platform::MessageSnapshot;
using style::smallButton;

MessagesPanel::MessagesPanel(const model::system::System &system,
                             const std::vector<model::packaging::Packaging> &packagings,
                             QWidget *parent)
    : QWidget(parent)
    , m_packagings(packagings)
    , m_queues(new QueuesModel(system, this))
    , m_letters(new LettersModel(this))
    , m_queueTable(new tables::QuietTable(tr("Queues")))
    , m_letterTable(new tables::QuietTable(tr("Messages of the queue")))
    , m_payload(new QPlainTextEdit)
    , m_topics(style::label({}, "small"))
    , m_heading(style::label(tr("Choose a queue to look into it"), "heading"))
    , m_why(style::label({}, "subtle"))
    , m_shelf(new QButtonGroup(this))
    , m_redeliver(
          smallButton(tr("Deliver again"),
                      tr("Delivers the message now. If a consumer has it in hand, another one gets it "
                         "as well: a consumer that remembers what it has done acts on it once.")))
    , m_replay(smallButton(tr("Put back"), tr("Puts the dead letter back into the queue")))
    , m_replayAll(smallButton(tr("Put all back"), tr("Puts all dead letters of the queue back into it")))
{
    m_queueTable->setUp(m_queues, {90, 118, 56, 52, 50, 54, 46, 40});
    m_letterTable->setUp(m_letters, {100, 70, 44, 40});
    m_payload->setReadOnly(true);
    m_payload->setTabChangesFocus(true);
    m_payload->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_payload->setPlaceholderText(tr("Choose a message to read it"));
    m_payload->setAccessibleName(tr("The message"));
    m_topics->setWordWrap(false);
    m_topics->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 10, 0);
    column->setSpacing(4);
    column->addWidget(m_topics);
    column->addWidget(m_queueTable, 1);
    auto *parts = new QSplitter(Qt::Horizontal);
    parts->addWidget(left);
    parts->addWidget(buildLetters());
    auto *right = new QWidget;
    auto *reading = new QVBoxLayout(right);
    reading->setContentsMargins(10, 0, 0, 0);
    reading->addWidget(m_payload);
    parts->addWidget(right);
    parts->setChildrenCollapsible(false);
    parts->setHandleWidth(1);
    parts->setSizes({712, 365, 223});
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 10, 6);
    row->addWidget(parts);
    connect(m_queueTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MessagesPanel::chooseQueue);
    connect(m_letterTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MessagesPanel::chooseLetter);
    setMinimumHeight(110);
    style::leadFocus(*this, *m_queueTable);
    offer();
}

QWidget *MessagesPanel::buildLetters()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(0);
    m_heading->setWordWrap(false);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    head->addWidget(m_heading, 1);
    const QString shelves[] = {tr("Waiting"), tr("Dead letters")};
    for (int shelf = 0; shelf < 2; ++shelf) {
        auto *button = style::segment(shelves[shelf], shelf == 0, shelf == 1);
        button->setChecked(shelf == 0);
        m_shelf->addButton(button, shelf);
        head->addWidget(button);
    }
    auto *deeds = new QHBoxLayout;
    deeds->addWidget(m_why, 1);
    for (auto *button : {m_redeliver, m_replay, m_replayAll})
        deeds->addWidget(button);
    auto *letters = new QWidget;
    auto *column = new QVBoxLayout(letters);
    column->setContentsMargins(10, 0, 10, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_letterTable, 1);
    column->addLayout(deeds);
    connect(m_shelf, &QButtonGroup::idClicked, this, [this](int shelf) { choose(shelf == 1); });
    connect(m_redeliver, &QPushButton::clicked, this, &MessagesPanel::redeliver);
    connect(m_replay, &QPushButton::clicked, this, [this] { replay(false); });
    connect(m_replayAll, &QPushButton::clicked, this, [this] { replay(true); });
    return letters;
}

void MessagesPanel::setTheme(const style::Theme &theme)
{
    m_queueTable->setTheme(theme);
    m_letterTable->setTheme(theme);
}

void MessagesPanel::setFleetVisible(int fleet, bool visible)
{
    m_queues->setFleetVisible(fleet, visible);
}

// "order.placed 2.0 | 6.0 /s": of each fleet that is shown.
QString MessagesPanel::publishedWords(const services::platform::Snapshot &snapshot) const
{
    std::map<QString, std::vector<double>> published; // by topic and fleet
    QStringList shapes;
    for (size_t fleet = 0; fleet < snapshot.fleets.size(); ++fleet) {
        if (!m_queues->isFleetVisible(static_cast<int>(fleet)))
            continue;
        shapes << snapshot.fleets[fleet].title;
        for (const auto &messages : snapshot.fleets[fleet].messages) {
            if (messages.way != MessageSnapshot::Way::Published)
                continue;
            auto &rates = published[messages.topic.value];
            rates.resize(static_cast<size_t>(shapes.size()));
            rates.back() += messages.messages.perSecond;
        }
    }
    QStringList topics;
    for (auto &[topic, rates] : published) {
        rates.resize(static_cast<size_t>(shapes.size()));
        QStringList words;
        for (const double rate : rates)
            words << wording::perSecond(rate);
        topics << u"%1 %2"_s.arg(topic, words.join(u" | "_s));
    }
    return topics.isEmpty() ? tr("Nothing is published at the moment.")
                            : tr("Published (%1): %2").arg(shapes.join(u" | "_s), topics.join(u" · "_s));
}

void MessagesPanel::show(const services::platform::Snapshot &snapshot)
{
    m_queues->show(snapshot);
    m_topics->setText(publishedWords(snapshot));
    m_topics->setToolTip(style::tip(tr("Measured over the last second. %1").arg(m_topics->text())));
    chooseWanted();
    chooseQueue(); // another one may stand there by now
}

void MessagesPanel::lookFor(int fleet, const model::system::TopicId &topic)
{
    m_wanted = {fleet, topic};
    chooseWanted();
}

void MessagesPanel::chooseWanted()
{
    if (!m_wanted.has_value() || m_queues->rowCount() == 0)
        return; // it is not known yet which there are
    const auto [fleet, topic] = *std::exchange(m_wanted, std::nullopt);
    const int row = m_queues->rowFor(fleet, topic);
    if (row >= 0)
        m_queueTable->selectRow(row);
}

void MessagesPanel::chooseQueue()
{
    const auto *queue = m_queues->queue(m_queueTable->currentIndex().row());
    if (queue == nullptr || (queue->fleet == m_fleet && queue->group == m_what.group))
        return;
    m_fleet = queue->fleet;
    m_what.group = queue->group;
    m_heading->setText(queue->consumer);
    m_heading->setToolTip(tr("The queue of %1, %2").arg(queue->consumer, queue->shape));
    choose(m_what.areDead);
}

void MessagesPanel::choose(bool dead)
{
    m_what.areDead = dead;
    m_chosen.reset();
    m_messages.clear();
    m_letters->show({});
    m_payload->clear();
    m_why->clear();
    offer();
    refresh();
}

void MessagesPanel::refresh()
{
    if (m_fleet >= 0)
        Q_EMIT peekWanted(m_fleet, m_what);
}

void MessagesPanel::showMessages(int fleet,
                                 const services::broker::Peek &what,
                                 const std::vector<PeekedMessage> &messages)
{
    if (fleet != m_fleet || what.group != m_what.group || what.areDead != m_what.areDead)
        return;
    const auto chosen = m_chosen;
    m_messages = messages;
    m_letters->show(messages);
    m_why->setText(!messages.empty() ? QString()
                       : areDead()   ? tr("No message was set aside.")
                                     : tr("Nothing waits."));
    m_chosen = chosen;
    const auto row = chosen ? m_letters->rowOf(*chosen) : std::nullopt;
    if (row)
        m_letterTable->selectRow(*row);
    else
        m_letterTable->setCurrentIndex({});
    m_chosen = chosen; // its text stays, though it may be gone by now
    offer();
}

void MessagesPanel::showFailure(const QString &why)
{
    m_why->setText(why);
}

void MessagesPanel::chooseLetter()
{
    const auto number = m_letters->numberAt(m_letterTable->currentIndex().row());
    if (!number)
        return;
    m_chosen = number;
    const auto message = std::ranges::find(m_messages, *number, &PeekedMessage::number);
    const QString text = message != m_messages.end() ? payloadText(*message) : QString();
    if (text != m_payload->toPlainText())
        m_payload->setPlainText(text);
    offer();
}

bool MessagesPanel::areDead() const
{
    return m_what.areDead;
}

void MessagesPanel::replay(bool all)
{
    if (all)
        Q_EMIT replayWanted(m_fleet, m_what.group, {});
    else if (m_chosen)
        Q_EMIT replayWanted(m_fleet, m_what.group, {*m_chosen});
}

void MessagesPanel::redeliver()
{
    if (m_chosen)
        Q_EMIT redeliverWanted(m_fleet, m_what.group, *m_chosen);
}

void MessagesPanel::offer()
{
    const bool isThere = m_chosen.has_value() && m_letters->rowOf(*m_chosen).has_value();
    m_redeliver->setVisible(!areDead());
    m_replay->setVisible(areDead());
    m_replayAll->setVisible(areDead());
    m_redeliver->setEnabled(isThere);
    m_replay->setEnabled(isThere);
    m_replayAll->setEnabled(!m_messages.empty());
}

} // namespace app::messages
