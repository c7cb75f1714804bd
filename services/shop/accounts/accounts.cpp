// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts.h"

#include "emailaddress.h"

#include <services/shop/calendar/calendar.h>
#include <services/shop/input/fields.h>

#include <QUuid>

namespace services::shop::accounts {

using namespace Qt::StringLiterals;
using contract::failure;
using contract::Kind;

namespace {

constexpr input::Range emailLength{3, 254};
constexpr input::Range passwordLength{8, 200};
constexpr input::Range nameLength{1, 100};

QString newId(const QString &prefix)
{
    return prefix + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QJsonObject toJson(const Account &account)
{
    return {{u"id"_s, account.id},
            {u"email"_s, account.email},
            {u"name"_s, account.name},
            {u"createdAt"_s, calendar::text(account.createdAt)}};
}

struct Registration
{
    QString email;
    QString password;
    QString name;
};

Result<Registration> registrationOf(const Request &request)
{
    const auto body = input::jsonObject(request);
    if (!body)
        return failure(body.error());
    input::Fields fields(*body);
    Registration registration{.email = fields.text(u"email"_s, emailLength),
                              .password = fields.exactText(u"password"_s, passwordLength),
                              .name = fields.text(u"name"_s, nameLength)};
    const auto email = normalisedEmail(registration.email);
    if (!email)
        fields.reject(u"email"_s, u"must be an e-mail address"_s);
    if (const auto verdict = fields.verdict(); !verdict)
        return failure(verdict.error());
    registration.email = *email;
    return registration;
}

struct Credentials
{
    QString email;
    QString password;
};

// Says nothing about the rules of addresses and passwords: what breaks them merely does not belong together.
Result<Credentials> credentialsOf(const Request &request)
{
    const auto body = input::jsonObject(request);
    if (!body)
        return failure(body.error());
    input::Fields fields(*body);
    Credentials credentials{.email = fields.text(u"email"_s, {1, emailLength.most}),
                            .password = fields.exactText(u"password"_s, {1, passwordLength.most})};
    if (const auto verdict = fields.verdict(); !verdict)
        return failure(verdict.error());
    credentials.email = normalisedEmail(credentials.email).value_or(QString());
    return credentials;
}

} // namespace

Accounts::Accounts(assembly::ComponentContext context)
    : m_context(std::move(context))
    , m_accounts(m_context.database)
    , m_hasher(m_context.scope)
    , m_nobodysSalt(newSalt())
{
    serve(u"POST /accounts"_s, this, &Accounts::registerCustomer);
    serve(u"POST /sessions"_s, this, &Accounts::logIn);
    serve(u"DELETE /sessions/current"_s, this, &Accounts::logOut);
    serve(u"GET /accounts/me"_s, this, &Accounts::showOwn);
}

QCoro::Task<Result<Reply>> Accounts::registerCustomer(Request request)
{
    const auto registration = registrationOf(request);
    if (!registration)
        co_return failure(registration.error());
    const QByteArray salt = newSalt();
    const auto password = co_await m_hasher.hash(registration->password, salt, passwordIterations);
    if (!password)
        co_return failure(password.error());
    const Account account{.id = newId(u"a-"_s),
                          .email = registration->email,
                          .name = registration->name,
                          .password = *password,
                          .createdAt = m_context.clock.wallTime()};
    if (const auto added = m_accounts.add(account); !added)
        co_return failure(added.error());
    auto reply = Reply::json(toJson(account), 201);
    reply.location = "/accounts/me";
    co_return reply;
}

QCoro::Task<Result<Reply>> Accounts::logIn(Request request)
{
    const auto credentials = credentialsOf(request);
    if (!credentials)
        co_return failure(credentials.error());
    const auto account = m_accounts.findByEmail(credentials->email);
    if (!account)
        co_return failure(account.error());
    // An unknown address costs a hash as well, so that the time of the answer does not betray it.
    const auto known = account->value_or(Account{});
    const QByteArray salt = account->has_value() ? known.password.salt : m_nobodysSalt;
    const int iterations = account->has_value() ? known.password.iterations : passwordIterations;
    const auto given = co_await m_hasher.hash(credentials->password, salt, iterations);
    if (!given)
        co_return failure(given.error());
    if (!isSame(known.password, *given))
        co_return failure(Kind::Unauthenticated, u"Address and password do not belong together"_s);
    co_return open(known);
}

Reply Accounts::open(const Account &account) const
{
    const session::Session session{.id = newId(u"s-"_s),
                                   .account = account.id,
                                   .email = account.email,
                                   .name = account.name,
                                   .expiresAt = m_context.clock.wallTime() + sessionLifetime};
    const QByteArray token = session::sign(session, m_context.sessionKey);
    auto reply = Reply::json(QJsonObject{{u"token"_s, QString::fromLatin1(token)},
                                         {u"name"_s, account.name},
                                         {u"expiresAt"_s, calendar::text(session.expiresAt)}},
                             201);
    reply.location = "/sessions/current";
    return reply;
}

// Idempotent: ending an ended session is no mistake.
QCoro::Task<Result<Reply>> Accounts::logOut(Request request)
{
    const auto now = m_context.clock.wallTime();
    const auto session = session::verify(request.context.session, m_context.sessionKey, now);
    if (!session)
        co_return failure(session.error());
    const auto revoked = m_context.database.transaction([&]() -> Result<void> {
        const auto forgotten = m_accounts.forgetExpired(now);
        return forgotten ? m_accounts.revoke(session->id, session->expiresAt) : forgotten;
    });
    if (!revoked)
        co_return failure(revoked.error());
    co_return Reply::noContent();
}

QCoro::Task<Result<Reply>> Accounts::showOwn(Request request)
{
    const auto session = sessionOf(request);
    if (!session)
        co_return failure(session.error());
    const auto account = m_accounts.find(session->account);
    if (account)
        co_return Reply::json(toJson(*account));
    if (account.error().kind == Kind::NotFound)
        co_return failure(Kind::Unauthenticated, u"The account of this session is gone: register again"_s);
    co_return failure(account.error());
}

Result<session::Session> Accounts::sessionOf(const Request &request) const
{
    auto session = session::verify(request.context.session, m_context.sessionKey, m_context.clock.wallTime());
    if (!session)
        return session;
    const auto revoked = m_accounts.isRevoked(session->id);
    if (!revoked)
        return failure(revoked.error());
    if (*revoked)
        return failure(Kind::Unauthenticated, u"You have logged out: log in again"_s);
    return session;
}

} // namespace services::shop::accounts
