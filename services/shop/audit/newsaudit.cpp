// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditparts.h"

#include <QCoreApplication>

#include <algorithm>

namespace services::shop::audit {

using namespace Qt::StringLiterals;

namespace {

const auto orderPlaced = u"order.placed"_s;
const auto shipmentCreated = u"shipment.created"_s;
const auto productChanged = u"product.changed"_s;

// What one capability must have done because of the events of one topic.
struct Effect
{
    QString consumer;
    QString topic;
    QString verb; // of a sentence: "sent a parcel for order"
    Times expected; // how often, by what it is done for
    Times done;
    Times underway{}; // how many of the expected are known to wait
};

// The messages which may still bring about what has not been done.
class Underway
{
public:
    Underway(const Ledger &ledger, const std::optional<Mailboxes> &mailboxes)
        : m_ledger(ledger)
        , m_mailboxes(mailboxes)
    {
    }

    // Of this one it is known that it waits.
    bool has(const QString &consumer, const QString &topic, const QString &key) const
    {
        return m_ledger.unpublished.contains(topic, key)
            || (m_mailboxes && m_mailboxes->value(consumer).setAsideKeys.contains({topic, key}));
    }
    // How many more there are, for whatever keys; nothing: nobody knows.
    std::optional<std::int64_t> others(const QString &consumer, const QString &topic) const
    {
        if (!m_mailboxes)
            return std::nullopt;
        const auto mailbox = m_mailboxes->value(consumer);
        const auto unknown = mailbox.setAside - mailbox.setAsideKeys.size();
        return mailbox.waiting.value(topic) + std::max<std::int64_t>(unknown, 0);
    }

private:
    const Ledger &m_ledger;
    const std::optional<Mailboxes> &m_mailboxes;
};

void auditMissing(const Effect &effect, const QStringList &missing, const Underway &underway, Books &books)
{
    const auto others = underway.others(effect.consumer, effect.topic);
    if (!others || missing.size() <= *others)
        return;
    if (*others > 0) {
        const auto lost = missing.size() - *others;
        books.wrong.push_back(
            {Damage::EventLost,
             {},
             QCoreApplication::translate("services::shop::audit",
                                         "%1 has not %2 %3, and only %4 messages wait for it: %5 are lost")
                 .arg(effect.consumer, effect.verb, missing.join(u", "_s))
                 .arg(*others)
                 .arg(lost),
             lost});
        return;
    }
    for (const auto &subject : missing)
        books.wrong.push_back(
            {Damage::EventLost, subject,
             QCoreApplication::translate("services::shop::audit",
                                         "%1 has not %2 %3, and no message waits for it: it is lost")
                 .arg(effect.consumer, effect.verb, subject)});
}

void auditEffect(const Effect &effect, const Underway &underway, Books &books)
{
    QStringList missing;
    for (auto wanted = effect.expected.begin(); wanted != effect.expected.end(); ++wanted) {
        const int times = effect.done.value(wanted.key());
        if (times > *wanted)
            books.wrong.push_back(
                {Damage::EventActedOnTwice, wanted.key(),
                 QCoreApplication::translate("services::shop::audit", "%1 has %2 %3 %4 times instead of %5")
                     .arg(effect.consumer, effect.verb, wanted.key())
                     .arg(times)
                     .arg(*wanted)});
        else if (!underway.has(effect.consumer, effect.topic, wanted.key()))
            missing += QStringList(std::max(*wanted - times - effect.underway.value(wanted.key()), 0),
                                   wanted.key());
    }
    auditMissing(effect, missing, underway, books);
    for (auto done = effect.done.begin(); done != effect.done.end(); ++done) {
        if (!effect.expected.contains(done.key()))
            books.wrong.push_back({Damage::EventMadeUp, done.key(),
                                   QCoreApplication::translate("services::shop::audit",
                                                               "%1 has %2 %3, for which there was no reason")
                                       .arg(effect.consumer, effect.verb, done.key())});
    }
}

Times onceForEachConfirmed(const Ledger &ledger)
{
    Times times;
    for (auto order = ledger.orders.begin(); order != ledger.orders.end(); ++order) {
        if (order->state == Order::State::Confirmed)
            times.insert(order.key(), 1);
    }
    return times;
}

// Outboxes know the order, carts the customer only.
void auditCarts(const Ledger &ledger, const Underway &underway, Books &books)
{
    Effect effect{u"cart"_s,
                  orderPlaced,
                  QCoreApplication::translate("services::shop::audit", "taken an order out of the cart of"),
                  {},
                  ledger.emptied};
    for (auto order = ledger.orders.begin(); order != ledger.orders.end(); ++order) {
        if (order->state != Order::State::Confirmed || !order->isOfKnownCart)
            continue;
        ++effect.expected[order->account];
        if (underway.has(effect.consumer, orderPlaced, order.key()))
            ++effect.underway[order->account];
    }
    auditEffect(effect, underway, books);
}

// Recommendations keep sums only.
void auditCounts(const Ledger &ledger, const Underway &underway, Books &books)
{
    const auto consumer = u"recommendations"_s;
    const auto sold = books.sums.piecesOrdered;
    if (ledger.counted > sold)
        books.wrong.push_back({Damage::EventActedOnTwice,
                               {},
                               QCoreApplication::translate("services::shop::audit",
                                                           "%1 has counted %2 pieces, but %3 were sold")
                                   .arg(consumer)
                                   .arg(ledger.counted)
                                   .arg(sold),
                               ledger.counted - sold});
    const bool mayWait
        = ledger.unpublished.contains(orderPlaced) || underway.others(consumer, orderPlaced).value_or(1) > 0;
    if (ledger.counted < sold && !mayWait)
        books.wrong.push_back({Damage::EventLost,
                               {},
                               QCoreApplication::translate(
                                   "services::shop::audit",
                                   "%1 has counted %2 pieces, but %3 were sold, and no message waits for it")
                                   .arg(consumer)
                                   .arg(ledger.counted)
                                   .arg(sold),
                               sold - ledger.counted});
}

// What was changed, and what of it the index knows.
void auditIndex(const Ledger &ledger, const Underway &underway, Books &books)
{
    Effect effect{u"search"_s,
                  productChanged,
                  QCoreApplication::translate("services::shop::audit", "put into its index"),
                  {},
                  {}};
    for (auto product = ledger.versions.begin(); product != ledger.versions.end(); ++product) {
        effect.expected.insert(product.key(), 1);
        if (ledger.indexed.value(product.key()) >= *product)
            effect.done.insert(product.key(), 1);
    }
    auditEffect(effect, underway, books);
}

void countWaiting(const Ledger &ledger, const std::optional<Mailboxes> &mailboxes, Books &books)
{
    if (const auto unpublished = ledger.unpublished.size(); unpublished > 0) {
        books.waiting += unpublished;
        books.moving.append(unpublished == 1 ? QCoreApplication::translate(
                                "services::shop::audit", "1 message is still in the outbox of who sends it")
                                             : QCoreApplication::translate(
                                                   "services::shop::audit",
                                                   "%1 messages are still in the outbox of who sends them")
                                                   .arg(unpublished));
    }
    if (!mailboxes) {
        books.moving.append(QCoreApplication::translate("services::shop::audit",
                                                        "The broker could not be asked what waits there"));
        return;
    }
    for (auto mailbox = mailboxes->begin(); mailbox != mailboxes->end(); ++mailbox) {
        std::int64_t waiting = 0;
        for (const auto messages : mailbox->waiting)
            waiting += messages;
        books.waiting += waiting + mailbox->setAside;
        if (waiting > 0)
            books.moving.append(
                (waiting == 1
                     ? QCoreApplication::translate("services::shop::audit", "1 message waits for %1")
                     : QCoreApplication::translate("services::shop::audit", "%1 messages wait for %2")
                           .arg(waiting))
                    .arg(mailbox.key()));
        if (mailbox->setAside > 0)
            books.moving.append(
                QCoreApplication::translate(
                    "services::shop::audit",
                    "%1 messages for %2 were set aside, since it could not handle them: somebody must look")
                    .arg(mailbox->setAside)
                    .arg(mailbox.key()));
    }
}

} // namespace

void auditNews(const Ledger &ledger, const std::optional<Mailboxes> &mailboxes, Books &books)
{
    const Underway underway(ledger, mailboxes);
    const auto confirmed = onceForEachConfirmed(ledger);
    auditEffect({u"shipping"_s, orderPlaced,
                 QCoreApplication::translate("services::shop::audit", "sent the parcel of order"), confirmed,
                 ledger.parcels},
                underway, books);
    auditEffect({u"notifications"_s, orderPlaced,
                 QCoreApplication::translate("services::shop::audit", "mailed the confirmation of order"),
                 confirmed, ledger.confirmations},
                underway, books);
    auditEffect(
        {u"notifications"_s, shipmentCreated,
         QCoreApplication::translate("services::shop::audit", "mailed that the parcel has left of order"),
         ledger.parcels, ledger.notices},
        underway, books);
    auditCarts(ledger, underway, books);
    auditCounts(ledger, underway, books);
    auditIndex(ledger, underway, books);
    countWaiting(ledger, mailboxes, books);
    for (const auto times : ledger.parcels)
        books.sums.parcels += times;
    for (const auto *mails : {&ledger.confirmations, &ledger.notices}) {
        for (const auto times : *mails)
            books.sums.mails += times;
    }
}

} // namespace services::shop::audit
