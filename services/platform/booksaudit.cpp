// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "booksaudit.h"

#include <services/shop/audit/books.h>

#include <algorithm>

namespace services::platform {

using namespace Qt::StringLiterals;
using experiment::Audit;
using model::packaging::Packaging;
using model::system::System;
using shop::audit::BookFiles;
using shop::audit::Books;

namespace {

BookFiles filesOf(const System &system, const Packaging &packaging, const QString &dataFolder)
{
    BookFiles files;
    for (const auto &capability : system.capabilities) {
        if (const auto *unit = packaging.unitOf(capability.id))
            files[capability.id.value] = u"%1/%2/%3.db"_s.arg(dataFolder, packaging.id.value, unit->id.value);
    }
    return files;
}

bool areKept(const BookFiles &files)
{
    const QStringList keepers{u"orders"_s,    u"payments"_s,      u"inventory"_s,
                              u"shipping"_s,  u"notifications"_s, u"cart"_s,
                              u"catalogue"_s, u"search"_s,        u"recommendations"_s};
    return std::ranges::all_of(keepers, [&](const QString &keeper) { return files.contains(keeper); });
}

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
        audit.wrong.push_back({fleet, word, finding.subject, finding.sentence});
        audit.kinds[word] = {QString::fromLatin1(words.title), QString::fromLatin1(words.meaning)};
    }
    addSums(fleet, books.sums, audit);
}

} // namespace

std::optional<Audit>
booksOf(const System &system, const std::vector<AuditedFleet> &fleets, const QString &dataFolder)
{
    const auto haveBooks
        = [&](const AuditedFleet &fleet) { return areKept(filesOf(system, fleet.packaging, dataFolder)); };
    if (system.components != u"shop" || fleets.empty() || !std::ranges::all_of(fleets, haveBooks))
        return std::nullopt;
    Audit audit;
    for (const auto &fleet : fleets) {
        const auto &title = fleet.packaging.title;
        const auto books
            = readBooks(filesOf(system, fleet.packaging, dataFolder), mailboxesOf(fleet), fleet.acknowledged);
        if (books)
            addBooks(title, *books, audit);
        else
            audit.unread.append(u"%1: the books could not be read: %2"_s.arg(title, books.error().message));
    }
    return audit;
}

} // namespace services::platform
