// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "story.h"

#include <app/wording/figures.h>
#include <app/wording/orders.h>
#include <app/wording/servicetexts.h>

#include <QCoreApplication>

#include <algorithm>

namespace app::sagas {

using namespace Qt::StringLiterals;
using model::telemetry::Span;
using model::telemetry::SpanKind;
using services::shop::history::LogEntry;
using services::shop::orders::State;

namespace {

const auto orderPlaced = u"order.placed"_s;
const auto shipmentCreated = u"shipment.created"_s;

QString ofStories(const char *text)
{
    return QCoreApplication::translate("app::sagas::Teller", text);
}

// A call that orders makes for a step.
struct Call
{
    Party to;
    QString operation;
    QString words;
};

class Teller
{
public:
    explicit Teller(const TracedLife &life)
        : m_life(life)
        , m_written(life.written)
    {
    }

    std::vector<Beat> tell()
    {
        const LogEntry *before = nullptr;
        for (const auto &entry : m_written.log) {
            tellChange(before, entry);
            before = &entry;
        }
        if (before != nullptr)
            tellNext(*before);
        if (m_written.order.state == State::Confirmed)
            tellDelivery();
        tellTooMuch();
        return std::move(m_beats);
    }

private:
    void tellChange(const LogEntry *before, const LogEntry &entry)
    {
        if (before == nullptr || entry.attempt != before->attempt) {
            add({entry.at, Party::Customer, Party::Orders, Manner::Forward,
                 before == nullptr ? ofStories("orders for %1").arg(money())
                                   : ofStories("tries again (attempt %1)").arg(entry.attempt)});
            return;
        }
        tellHands(*before, entry);
        if (entry.state == State::Unwinding && before->state == State::Unwinding)
            tellUndoing(*before, entry);
        else if (entry.state != before->state)
            tellStep(*before, entry);
    }
    // Who works on it. An order that nobody can settle now is put down and taken up again and again: only the
    // last time is told.
    void tellHands(const LogEntry &before, const LogEntry &entry)
    {
        if (!before.worker.isEmpty())
            m_worker = before.worker;
        if (!entry.worker.isEmpty() && entry.worker != m_worker)
            note(entry, ofStories("taken over by another life of orders"), entry.worker);
        if (entry.tries <= before.tries)
            return;
        if (!m_beats.empty() && m_beats.back() == m_putDown)
            m_beats.pop_back();
        note(entry, ofStories("could not be settled yet, to be tried again (%1)").arg(entry.tries),
             entry.failure);
        m_putDown = m_beats.back();
    }
    void tellStep(const LogEntry &before, const LogEntry &entry)
    {
        switch (entry.state) {
        case State::Reserved:
        case State::Charged:
        case State::Committed:
            tellCall(callAfter(before.state), before, entry, Manner::Forward);
            break;
        case State::Confirmed:
            note(entry, ofStories("confirmed; the news of it is in the outbox"),
                 ofStories("One transaction: neither exists without the other"));
            break;
        case State::Unwinding:
            tellFailure(before, entry);
            add({entry.at, Party::Orders, Party::Orders, Manner::Undoing,
                 ofStories("gives up: %1").arg(entry.failure)});
            break;
        case State::Refused:
        case State::Compensated:
            if (before.state == State::Unwinding)
                tellUndoing(before, entry);
            else
                tellFailure(before, entry);
            add({entry.at, Party::Orders, Party::Customer, Manner::Undoing,
                 ofStories("no order; nothing is owed")});
            break;
        case State::Started:
            break;
        }
    }
    // What orders was waiting for when it gave up.
    void tellFailure(const LogEntry &before, const LogEntry &entry)
    {
        if (before.state == State::Started || before.state == State::Reserved
            || before.state == State::Charged)
            tellCall(callAfter(before.state), before, entry, Manner::Failed);
    }
    void tellUndoing(const LogEntry &before, const LogEntry &entry)
    {
        if (before.debts.reservation && !entry.debts.reservation)
            tellCall({Party::Inventory, u"DELETE /reservations/{id}"_s, ofStories("stock goes back")}, before,
                     entry, Manner::Undoing);
        if (before.debts.charge && !entry.debts.charge)
            tellCall({Party::Payments, u"POST /charges/{id}/refund"_s, ofStories("money goes back")}, before,
                     entry, Manner::Undoing);
    }
    // The next steps that are to be seen in no store yet.
    void tellNext(const LogEntry &last)
    {
        if (last.state == State::Started || last.state == State::Reserved || last.state == State::Charged) {
            const auto call = callAfter(last.state);
            add({{}, Party::Orders, call.to, Manner::Waiting, call.words});
        }
        if (last.state == State::Committed)
            add({{}, Party::Orders, Party::Orders, Manner::Waiting, ofStories("to be confirmed")});
        if (last.state != State::Unwinding)
            return;
        if (last.debts.reservation)
            add({{}, Party::Orders, Party::Inventory, Manner::Waiting, ofStories("stock has to go back")});
        if (last.debts.charge)
            add({{}, Party::Orders, Party::Payments, Manner::Waiting, ofStories("money has to go back")});
    }
    void tellDelivery()
    {
        tellNews(Party::Orders, orderPlaced);
        const auto &parcels = m_written.parcels;
        tellDone(Party::Shipping, parcels.empty() ? std::nullopt : std::optional(parcels.front()),
                 ofStories("sends the parcel"));
        tellMail(u"order-confirmed"_s, ofStories("mails the confirmation"));
        if (!parcels.empty())
            tellNews(Party::Shipping, shipmentCreated);
        tellMail(u"order-shipped"_s, ofStories("mails that it is on its way"));
    }
    void tellNews(Party from, const QString &topic)
    {
        const bool waits = m_written.unpublished.contains(topic);
        add({{},
             from,
             Party::Broker,
             waits ? Manner::Waiting : Manner::Forward,
             waits ? ofStories("%1 waits in the outbox").arg(topic) : topic});
    }
    void tellMail(const QString &kind, const QString &words)
    {
        const auto mail = std::ranges::find(m_written.mails, kind, &services::shop::history::MailNote::kind);
        tellDone(Party::Notifications, mail == m_written.mails.end() ? std::nullopt : std::optional(mail->at),
                 words);
    }
    void tellDone(Party who, const std::optional<Moment> &at, const QString &words)
    {
        add({at, Party::Broker, who, at ? Manner::Forward : Manner::Waiting, words});
    }
    // What must not be there.
    void tellTooMuch()
    {
        const auto captured = std::ranges::count(m_written.charges, u"captured"_s,
                                                 &services::shop::history::ChargeNote::state);
        if (captured > 1)
            add({{},
                 Party::Payments,
                 Party::Payments,
                 Manner::Failed,
                 ofStories("charged %1 times").arg(captured)});
        if (m_written.parcels.size() > 1)
            add({m_written.parcels.back(), Party::Shipping, Party::Shipping, Manner::Failed,
                 ofStories("%1 parcels").arg(m_written.parcels.size())});
        if (m_written.mails.size() > 2)
            add({m_written.mails.back().at, Party::Notifications, Party::Notifications, Manner::Failed,
                 ofStories("%1 mails").arg(m_written.mails.size())});
    }

    Call callAfter(State state) const
    {
        if (state == State::Started)
            return {Party::Inventory, u"POST /reservations"_s, ofStories("sets the stock aside")};
        if (state == State::Reserved)
            return {Party::Payments, u"POST /charges"_s, ofStories("charges %1").arg(money())};
        return {Party::Inventory, u"POST /reservations/{id}/commit"_s, ofStories("takes the stock")};
    }
    // The times are those of the log: when its outcome was known.
    void tellCall(const Call &call, const LogEntry &before, const LogEntry &entry, Manner manner)
    {
        Beat beat{entry.at, Party::Orders, call.to, manner, call.words};
        QStringList details;
        if (manner == Manner::Failed)
            details << entry.failure;
        int repeats = 0;
        const Span *last = nullptr;
        for (const auto &span : m_life.spans) {
            const auto start = momentOf(span.start);
            if (span.kind != SpanKind::Client || span.caller.value != u"orders"
                || span.endpoint.operation != call.operation || start < before.at - leeway
                || start > entry.at + leeway)
                continue;
            last = &span;
            for (const auto &annotation : span.annotations) {
                details << annotation.text;
                repeats += wording::tellsOfRetry(annotation) ? 1 : 0;
            }
            if (span.failure)
                details << span.failureMessage;
        }
        if (last != nullptr)
            beat.words += u" · %1"_s.arg(wording::milliseconds(last->duration));
        if (repeats > 0)
            beat.words += u" · "_s
                + (repeats == 1 ? ofStories("tried twice") : ofStories("tried %1 times").arg(repeats + 1));
        if (manner == Manner::Failed && !entry.failure.isEmpty())
            beat.words += u" · "_s + entry.failure;
        details.removeDuplicates();
        beat.detail = details.join(u'\n');
        add(std::move(beat));
    }
    void note(const LogEntry &entry, const QString &words, const QString &detail = {})
    {
        add({entry.at, Party::Orders, Party::Orders, Manner::Note, words, detail});
    }
    Moment momentOf(model::telemetry::Instant instant) const
    {
        return Moment(std::chrono::duration_cast<Moment::duration>(instant.time_since_epoch())
                      + m_life.sinceBoot);
    }
    QString money() const { return wording::money(m_written.order.total, m_written.order.currency); }
    void add(Beat beat) { m_beats.push_back(std::move(beat)); }

    static constexpr std::chrono::milliseconds leeway{2}; // the log knows milliseconds

    const TracedLife &m_life;
    const services::platform::OrderLife &m_written;
    std::vector<Beat> m_beats;
    QString m_worker; // the last one
    Beat m_putDown; // the last time
};

} // namespace

std::vector<Beat> storyOf(const TracedLife &life)
{
    return Teller(life).tell();
}

} // namespace app::sagas
