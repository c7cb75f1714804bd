// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "booksaudit.h"

#include <services/shop/audit/books.h>

#include <algorithm>

namespace services::platform {

using namespace Qt::StringLiterals;
using model::packaging::Packaging;
using shop::audit::BookFiles;

namespace {

// A name is empty where nobody keeps the book.
BookFiles filesOf(const Packaging &packaging, const QString &dataFolder)
{
    const auto fileOf = [&](const QString &capability) {
        const auto *unit = packaging.unitOf({capability});
        return unit == nullptr ? QString()
                               : u"%1/%2/%3.db"_s.arg(dataFolder, packaging.id.value, unit->id.value);
    };
    return {fileOf(u"orders"_s), fileOf(u"payments"_s), fileOf(u"inventory"_s)};
}

bool areKept(const BookFiles &files)
{
    return !files.orders.isEmpty() && !files.payments.isEmpty() && !files.inventory.isEmpty();
}

void addBooks(const Packaging &packaging, const QString &dataFolder, experiment::Audit &audit)
{
    const auto books = shop::audit::readBooks(filesOf(packaging, dataFolder));
    if (!books) {
        audit.unread.append(
            u"%1: the books could not be read: %2"_s.arg(packaging.title, books.error().message));
        return;
    }
    audit.inFlight += books->inFlight;
    for (const auto &sentence : books->wrong)
        audit.wrong.append(u"%1: %2"_s.arg(packaging.title, sentence));
}

} // namespace

std::optional<experiment::Audit> booksOf(const model::system::System &system,
                                         const std::vector<Packaging> &packagings,
                                         const QString &dataFolder)
{
    const auto haveBooks
        = [&](const Packaging &packaging) { return areKept(filesOf(packaging, dataFolder)); };
    if (system.components != u"shop" || packagings.empty() || !std::ranges::all_of(packagings, haveBooks))
        return std::nullopt;
    experiment::Audit audit;
    for (const auto &packaging : packagings)
        addBooks(packaging, dataFolder, audit);
    return audit;
}

} // namespace services::platform
