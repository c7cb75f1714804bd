// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the console shows and keeps of the answers, and how it compares those of both shapes.

#include "answerview.h"
#include "captures.h"
#include "consolepanel.h"
#include "differencemodel.h"
#include "historymodel.h"
#include "seriespage.h"
#include "variablesmodel.h"

#include <app/wording/figures.h>

#include <QLabel>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;

namespace {

QString outcomeOf(const services::platform::EndpointAnswer &answer)
{
    return u"%1 · %2"_s.arg(answer.response.status).arg(wording::milliseconds(answer.duration));
}

} // namespace

void ConsolePanel::begin(const model::system::EndpointId &id,
                         const std::vector<int> &fleets,
                         const QString &words)
{
    m_group = m_number + 1;
    m_latest.insert(id, {m_group, fleets, {}, {}});
    clearAnswers(fleets.size() > 1);
    m_answer->expect(fleets, words);
}

void ConsolePanel::clearAnswers(bool areSeveral)
{
    m_note->clear();
    m_differences->clear();
    m_comparison->setText(
        areSeveral ? tr("Waiting for the answers…")
                   : tr("Choose both shapes above and send: here is what their answers differ in."));
}

ConsolePanel::Sending *ConsolePanel::sendingOf(const Asked &asked)
{
    const auto found = m_latest.find(asked.endpoint);
    return found == m_latest.end() || found->group != asked.group ? nullptr : &*found;
}

void ConsolePanel::showLatest()
{
    if (endpoint() == nullptr)
        return;
    const auto id = *endpoint();
    const auto sending = m_latest.constFind(id);
    m_group = sending == m_latest.constEnd() ? 0 : sending->group;
    clearAnswers(m_group != 0 && sending->fleets.size() > 1);
    if (m_group == 0) {
        const QString outcome = m_history->lastOutcomeOf(id); // of an earlier start
        return outcome.isEmpty() ? m_answer->clear() : m_answer->showWords(tr("Last time: %1").arg(outcome));
    }
    m_answer->expect(sending->fleets, tr("Waiting for the answer…"));
    for (const int fleet : sending->fleets) {
        if (sending->answers.contains(fleet))
            showAnswerOf(id, *sending, fleet);
        else if (sending->failures.contains(fleet))
            showFailureOf(fleet, sending->failures.value(fleet));
    }
}

void ConsolePanel::showAnswer(quint64 number, const EndpointAnswer &answer)
{
    const auto asked = m_asked.take(number);
    if (asked.endpoint.capability.isEmpty())
        return; // not ours
    keep(asked, answer);
    if (asked.series != 0)
        return m_series->take(asked.series, asked.fleet, answer.response.status, answer.duration);
    m_history->conclude(asked.group, asked.fleet, outcomeOf(answer), answer.response.status >= 400);
    auto *sending = sendingOf(asked);
    if (sending == nullptr)
        return;
    sending->answers.insert(asked.fleet, answer);
    if (asked.group == m_group)
        showAnswerOf(asked.endpoint, *sending, asked.fleet);
}

void ConsolePanel::showAnswerOf(const model::system::EndpointId &id, const Sending &sending, int fleet)
{
    m_answer->showAnswer(fleet, sending.answers.value(fleet), m_system.contract(id));
    compare(sending);
}

void ConsolePanel::showFailure(quint64 number, const QString &reason)
{
    const auto asked = m_asked.take(number);
    if (asked.endpoint.capability.isEmpty())
        return;
    if (asked.series != 0)
        return m_series->takeFailure(asked.series, asked.fleet);
    m_history->conclude(asked.group, asked.fleet, tr("no answer"), true);
    auto *sending = sendingOf(asked);
    if (sending == nullptr)
        return;
    sending->failures.insert(asked.fleet, reason);
    if (asked.group == m_group)
        showFailureOf(asked.fleet, reason);
}

void ConsolePanel::showFailureOf(int fleet, const QString &reason)
{
    m_answer->showFailure(fleet, reason);
    m_comparison->setText(tr("%1 did not answer: %2").arg(m_titles.value(fleet), reason));
}

// What a success gives, also when something newer was sent meanwhile: it is true anyway.
void ConsolePanel::keep(const Asked &asked, const EndpointAnswer &answer)
{
    const auto *contract = m_system.contract(asked.endpoint);
    if (contract == nullptr || answer.response.status >= 300)
        return;
    const auto kept = capturedFrom(answer.response.body, *contract);
    QStringList names;
    for (auto value = kept.begin(); value != kept.end(); ++value) {
        m_variables->set(value.key(), asked.fleet, value.value());
        names << u"{{%1}}"_s.arg(value.key());
    }
    if (!names.isEmpty() && asked.series == 0)
        m_note->setText(tr("Kept %1").arg(names.join(u", "_s)));
}

void ConsolePanel::compare(const Sending &sending)
{
    if (sending.answers.size() < 2)
        return;
    const auto one = sending.answers.value(0);
    const auto other = sending.answers.value(1);
    m_differences->show(one, other);
    const auto ratio = static_cast<double>(other.duration.count())
        / static_cast<double>(std::max<qint64>(1, one.duration.count()));
    const QString times = ratio >= 1 ? tr("%1 took %L2 times as long as %3, this time, measured.")
                                           .arg(m_titles[1])
                                           .arg(ratio, 0, 'f', 1)
                                           .arg(m_titles[0])
                                     : tr("%1 took %L2 times as long as %3, this time, measured.")
                                           .arg(m_titles[0])
                                           .arg(1 / ratio, 0, 'f', 1)
                                           .arg(m_titles[1]);
    const QString what = m_differences->count() == 0
        ? tr("Both answered %1 and say the same.").arg(other.response.status)
        : tr("They differ in %n field(s): ids and moments are each shape's own.", nullptr,
             m_differences->count());
    m_comparison->setText(what + u' ' + times);
}

} // namespace app::console
