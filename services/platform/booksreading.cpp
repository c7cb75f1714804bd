// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "booksreading.h"

#include "bookfiles.h"

#include <services/telemetry/threadcputime.h>

namespace services::platform {

using namespace Qt::StringLiterals;
using model::packaging::Packaging;
using model::result::Error;
using model::result::failure;
using model::result::Kind;
using model::result::Result;
using model::system::System;

namespace {

constexpr int mostGlances = 40; // of each kind: as many as somebody looks through

Error noBooks()
{
    return {Kind::NotFound, u"This system keeps no books that can be read"_s, {}};
}

} // namespace

Result<BooksReading>
readBooksNow(const System &system, const std::vector<AuditedFleet> &fleets, const QString &dataFolder)
{
    const auto begin = telemetry::threadCpuTime();
    BooksReading reading;
    for (const auto &fleet : fleets) {
        const auto audit = booksOf(system, {fleet}, dataFolder);
        if (!audit)
            return failure(noBooks());
        const auto orders = readOrders(system, fleet.packaging, dataFolder);
        reading.fleets.push_back({fleet.packaging.id, fleet.packaging.title, *audit,
                                  orders.value_or(OrderBook())}); // the audit says what cannot be read
    }
    reading.took = telemetry::threadCpuTime() - begin;
    return reading;
}

Result<OrderBook> readOrders(const System &system, const Packaging &packaging, const QString &dataFolder)
{
    const auto files = bookFilesOf(system, packaging, dataFolder);
    return files ? shop::history::readOrderBook(files->value(u"orders"_s), mostGlances)
                 : Result<OrderBook>(failure(noBooks()));
}

Result<OrderLife>
readLife(const System &system, const Packaging &packaging, const QString &dataFolder, const QString &order)
{
    const auto files = bookFilesOf(system, packaging, dataFolder);
    return files ? shop::history::readOrderLife(*files, order) : Result<OrderLife>(failure(noBooks()));
}

} // namespace services::platform
