// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "folderaudit.h"

#include "booksaudit.h"

#include <services/broker/embedded/embeddedbroker.h>

#include <QFileInfo>

namespace services::platform {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Result;

namespace {

using Queues = std::optional<std::vector<broker::QueueStatus>>;

QCoro::Task<Result<Queues>> queuesAt(QString file, waiting::WaitScope &scope)
{
    if (!QFileInfo::exists(file))
        co_return Queues();
    broker::embedded::EmbeddedBroker::Options options;
    options.file = std::move(file);
    const auto opened = co_await broker::embedded::EmbeddedBroker::open(scope, std::move(options));
    if (!opened)
        co_return failure(opened.error());
    auto queues = (*opened)->queues();
    (*opened)->stop();
    co_return Queues(std::move(queues));
}

} // namespace

QCoro::Task<Result<std::optional<experiment::Audit>>> auditAtRest(DataAtRest data, waiting::WaitScope &scope)
{
    std::vector<AuditedFleet> fleets;
    for (const auto &packaging : data.packagings) {
        auto queues = co_await queuesAt(u"%1/%2/broker.db"_s.arg(data.folder, packaging.id.value), scope);
        if (!queues)
            co_return failure(queues.error());
        fleets.push_back({packaging, *std::move(queues)});
    }
    co_return booksOf(data.system, fleets, data.folder);
}

} // namespace services::platform
