// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "booksaudit.h"

#include "bookfiles.h"

#include <services/shop/audit/books.h>

#include <algorithm>

namespace services::platform {

using namespace Qt::StringLiterals;
using experiment::Audit;
using model::system::System;
using shop::audit::Books;

namespace {

shop::audit::Mailbox mailboxOf(const broker::QueueStatus &queue)
{
    shop::audit::Mailbox mailbox;
    for (const auto &[topic, messages] : queue.topics)
        mailbox.waiting[topic.value] = messages;
    mailbox.setAside = queue.deadLetters;
    for (const auto &letter : queue.latestDead)
        mailbox.setAsideKeys.insert({letter.topic.value, QString::fromUtf8(letter.key)});
    return mailbox;
}

// A server may not tell what it has of which topic.
bool tellsEachTopic(const broker::QueueStatus &queue)
{
    std::int64_t told = 0;
    for (const auto &[topic, messages] : queue.topics)
        told += messages;
    return told >= queue.depth;
}

std::optional<shop::audit::Mailboxes> mailboxesOf(const AuditedFleet &fleet)
{
    if (!fleet.queues || !std::ranges::all_of(*fleet.queues, tellsEachTopic))
        return std::nullopt;
    shop::audit::Mailboxes mailboxes;
    for (const auto &queue : *fleet.queues)
        mailboxes[queue.group.value] = mailboxOf(queue);
    return mailboxes;
}

void addSums(const QString &fleet, const shop::audit::Sums &sums, Audit &audit)
{
    const auto add = [&](const QString &what, qint64 amount) { audit.sums.push_back({fleet, what, amount}); };
    add(u"confirmed orders"_s, sums.confirmed);
    add(u"captured charges"_s, sums.charges);
    add(u"cents ordered"_s, sums.ordered);
    add(u"cents charged"_s, sums.charged);
    add(u"pieces ordered"_s, sums.piecesOrdered);
    add(u"pieces taken from stock"_s, sums.piecesTaken);
    add(u"parcels"_s, sums.parcels);
    add(u"mails"_s, sums.mails);
}

void addBooks(const QString &fleet, const Books &books, Audit &audit)
{
    audit.inFlight += books.inFlight;
    audit.waiting += books.waiting;
    for (const auto &sentence : books.moving)
        audit.moving.append(u"%1: %2"_s.arg(fleet, sentence));
    for (const auto &finding : books.wrong) {
        const auto &words = description(finding.damage);
        const auto word = QString::fromLatin1(words.word);
        audit.wrong.push_back({fleet, word, finding.subject, finding.sentence, finding.amount});
        audit.kinds[word] = {QString::fromLatin1(words.title), QString::fromLatin1(words.meaning)};
    }
    addSums(fleet, books.sums, audit);
    const auto &[purchases, commits, undone, takenUp, isInOneStore] = books.effort;
    audit.efforts.push_back({fleet, purchases, commits, undone, takenUp, isInOneStore});
}

} // namespace

std::optional<Audit>
booksOf(const System &system, const std::vector<AuditedFleet> &fleets, const QString &dataFolder)
{
    const auto haveBooks = [&](const AuditedFleet &fleet) {
        return bookFilesOf(system, fleet.packaging, dataFolder).has_value();
    };
    if (fleets.empty() || !std::ranges::all_of(fleets, haveBooks))
        return std::nullopt;
    Audit audit;
    for (const auto &fleet : fleets) {
        const auto &title = fleet.packaging.title;
        const auto books = readBooks(*bookFilesOf(system, fleet.packaging, dataFolder), mailboxesOf(fleet),
                                     fleet.acknowledged);
        if (books)
            addBooks(title, *books, audit);
        else
            audit.unread.append(u"%1: the books could not be read: %2"_s.arg(title, books.error().message));
    }
    return audit;
}

} // namespace services::platform
