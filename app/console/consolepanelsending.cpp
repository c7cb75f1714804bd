// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the console sends, and what it does with the answers.

#include "answerview.h"
#include "answerwords.h"
#include "captures.h"
#include "consolepanel.h"
#include "contractmodel.h"
#include "curl.h"
#include "differencemodel.h"
#include "draftform.h"
#include "historymodel.h"
#include "seriespage.h"
#include "variablesmodel.h"

#include <app/tables/quiettable.h>

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QUuid>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;

namespace {

// Of the tabs.
enum WritingPage
{
    RequestPage,
    HeadersPage,
    ContractPage,
    VariablesPage
};
enum ReadingPage
{
    AnswerPage,
    DifferencesPage
};

constexpr int lettersOfFresh = 8;

QString freshWord()
{
    return QUuid::createUuid().toString(QUuid::Id128).left(lettersOfFresh);
}

bool checksSession(const model::system::System &system, const model::system::EndpointId &id)
{
    const auto *own = system.endpoint(id);
    if (own == nullptr || own->checksSession)
        return own != nullptr;
    const auto *like = own->contract.has_value() ? system.endpoint(own->contract->like) : nullptr;
    return like != nullptr && like->checksSession;
}

} // namespace

void ConsolePanel::chooseEndpoint()
{
    const auto *chosen = endpoint();
    if (chosen == nullptr)
        return;
    const auto *declared = m_system.endpoint(*chosen);
    m_form->setEndpoint(chosen->operation, m_system.contract(*chosen), checksSession(m_system, *chosen));
    m_contract->show(*declared, m_system);
    m_summary->setText(declared->summary);
    m_summary->setToolTip(tr("Declared in the system's file"));
    showLatest();
}

std::optional<ConsolePanel::EndpointCall> ConsolePanel::written(int fleet)
{
    auto errors = m_form->complaints();
    auto call = callOf(orderOfForm(), fleet);
    if (!call.has_value())
        errors.insert(errors.end(), call.error().begin(), call.error().end());
    const auto isInHeaders
        = [](const Complaint &each) { return each.field == u"headers"_s || each.field == u"session"_s; };
    if (!errors.empty())
        m_writing->setCurrentIndex(std::ranges::all_of(errors, isInHeaders) ? HeadersPage : RequestPage);
    m_form->complain(errors);
    if (!errors.empty())
        return {};
    return *std::move(call);
}

ConsolePanel::Order ConsolePanel::orderOfForm() const
{
    return {m_form->draft(), *endpoint(), std::chrono::seconds(m_patience->value())};
}

tl::expected<ConsolePanel::EndpointCall, std::vector<Complaint>> ConsolePanel::callOf(const Order &order,
                                                                                      int fleet) const
{
    auto call = readDraft(order.draft, FillingIn(m_variables->variables(), fleet, freshWord()));
    if (call.has_value()) {
        call->fleet = m_packagings[static_cast<size_t>(fleet)].id;
        call->capability = order.endpoint.capability;
        call->patience = order.patience;
    }
    return call;
}

void ConsolePanel::ask(EndpointCall call, Asked asked)
{
    m_asked.insert(++m_number, std::move(asked));
    Q_EMIT sendWanted(m_number, call);
}

void ConsolePanel::send()
{
    if (endpoint() == nullptr)
        return;
    const auto fleets = targets();
    std::vector<EndpointCall> calls;
    for (const int fleet : fleets) {
        auto call = written(fleet);
        if (!call.has_value()) {
            m_answer->showWords(tr("✕ Not sent: see the fields"));
            m_reading->setCurrentIndex(AnswerPage);
            return;
        }
        calls.push_back(*std::move(call));
    }
    begin(*endpoint(), fleets, tr("Waiting for the answer…"));
    m_history->add({m_group,
                    *endpoint(),
                    m_target->currentIndex(),
                    m_form->draft(),
                    QDateTime::currentDateTime(),
                    {},
                    false});
    m_reading->setCurrentIndex(fleets.size() > 1 ? DifferencesPage : AnswerPage);
    const auto id = *endpoint();
    const auto group = m_group;
    for (size_t at = 0; at < fleets.size(); ++at)
        ask(std::move(calls[at]), {fleets[at], group, 0, id});
}

void ConsolePanel::sendMany()
{
    if (endpoint() == nullptr)
        return;
    const auto fleets = targets();
    if (!std::ranges::all_of(fleets, [this](int fleet) { return written(fleet).has_value(); }))
        return;
    m_ordered = orderOfForm();
    m_series->start(fleets);
}

void ConsolePanel::sendOfSeries(int series, int fleet)
{
    auto call = callOf(m_ordered, fleet);
    if (call.has_value())
        return ask(*std::move(call), {fleet, 0, series, m_ordered.endpoint});
    m_series->cancel(); // a variable is gone
    m_note->setText(call.error().front().words);
}

void ConsolePanel::logIn()
{
    const auto *giver = giverOf(u"token"_s, m_system);
    const auto *contract = giver == nullptr ? nullptr : m_system.contract(giver->id);
    if (contract == nullptr || !contract->request.has_value()) {
        m_answer->showWords(tr("✕ This system declares no endpoint that gives a {{token}}."));
        return;
    }
    const auto fields = formFields(giver->id.operation, contract);
    QStringList values;
    for (const auto &field : fields)
        values << field.shape.example;
    RequestDraft draft;
    draft.operation = giver->id.operation;
    draft.body = bodyOf(fields, values);
    begin(giver->id, targets(), tr("Logging in…"));
    const auto group = m_group;
    m_reading->setCurrentIndex(AnswerPage);
    for (const int fleet : targets()) {
        auto call = callOf({draft, giver->id, std::chrono::seconds(m_patience->value())}, fleet);
        if (call.has_value()) {
            ask(*std::move(call), {fleet, group, 0, giver->id});
            continue;
        }
        const QString reason = call.error().front().words;
        m_latest[giver->id].failures.insert(fleet, reason);
        m_answer->showFailure(fleet, reason);
    }
}

void ConsolePanel::reuse(int row)
{
    const auto *sent = m_history->at(row);
    if (sent == nullptr)
        return;
    const auto draft = sent->draft;
    const auto id = sent->endpoint;
    choose(sent->target, id);
    m_form->setDraft(draft);
    m_writing->setCurrentIndex(RequestPage);
}

void ConsolePanel::keepAsVariable(const QString &value)
{
    QString text = value.trimmed();
    if (text.endsWith(u','))
        text.chop(1);
    if (text.size() > 1 && text.startsWith(u'"') && text.endsWith(u'"'))
        text = text.mid(1, text.size() - 2);
    QString name = u"kept"_s;
    for (int count = 2; m_variables->variables().has(name); ++count)
        name = u"kept%1"_s.arg(count);
    for (const int fleet : targets())
        m_variables->set(name, fleet, text);
    m_writing->setCurrentIndex(VariablesPage);
    const auto at = m_variables->index(m_variables->rowCount() - 2, 0);
    m_variablesTable->setFocus(Qt::OtherFocusReason);
    m_variablesTable->setCurrentIndex(at);
    m_variablesTable->edit(at); // its name
}

quint16 ConsolePanel::portOf(int fleet, const model::system::CapabilityId &capability) const
{
    const auto *unit = m_packagings[static_cast<size_t>(fleet)].unitOf(capability);
    return unit == nullptr ? quint16(0) : m_ports[static_cast<size_t>(fleet)].value(unit->id);
}

void ConsolePanel::copyAsCurl()
{
    if (endpoint() == nullptr)
        return;
    const int fleet = targets().front();
    const auto call = written(fleet);
    if (!call.has_value())
        return m_note->setText(tr("Not copied: see the fields"));
    QGuiApplication::clipboard()->setText(curlOf(*call, portOf(fleet, call->capability)));
    m_note->setText(call->capability == m_system.entry
                        ? tr("Copied")
                        : tr("Copied. A stranger is let in only at %1: inside, it will be answered 404.")
                              .arg(m_system.capability(m_system.entry)->title));
}

} // namespace app::console
