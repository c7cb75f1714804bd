// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auditsession.h"

#include <services/experiment/auditjson.h>
#include <services/waiting/post.h>

#include <QCoreApplication>
#include <QJsonDocument>

namespace services::lab {

using namespace Qt::StringLiterals;
using model::result::failure;
using model::result::Kind;

namespace {

constexpr std::chrono::seconds patience{60}; // they settle first

} // namespace

AuditSession::AuditSession(Order order)
    : m_order(std::move(order))
{
}

AuditSession::~AuditSession()
{
    m_scope.cancel();
}

void AuditSession::begin()
{
    waiting::post(this, [this] { m_scope.spawn(run()); });
}

QCoro::Task<> AuditSession::run()
{
    Found found;
    if (const auto *fleets = std::get_if<RunningFleets>(&m_order)) {
        RunningFleets asked = *fleets;
        found = co_await askFor(std::move(asked));
    } else {
        auto data = std::get<platform::DataAtRest>(m_order);
        found = co_await platform::auditAtRest(std::move(data), m_scope);
    }
    if (found && !found->has_value())
        found = failure(Kind::NotFound, u"This system keeps no books that could be read"_s);
    if (found)
        m_audit = **found;
    else
        say(found.error());
    QCoreApplication::quit();
}

QCoro::Task<AuditSession::Found> AuditSession::askFor(RunningFleets fleets)
{
    transport::HttpRequest request;
    request.target = "/audit";
    request.headers.add("Authorization", "Bearer " + fleets.token);
    const auto deadline = m_timers.now() + patience;
    const auto answer = co_await m_client.send(fleets.control, std::move(request), deadline);
    if (!answer)
        co_return failure(answer.error());
    const auto json = QJsonDocument::fromJson(answer->body).object();
    if (answer->status != 200)
        co_return failure(Kind::Unavailable, u"The fleets do not tell: %1"_s.arg(json[u"detail"].toString()),
                          u"--url"_s);
    co_return experiment::auditOf(json);
}

} // namespace services::lab
