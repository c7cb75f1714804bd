// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "passwordhasher.h"

#include <services/waiting/pending.h>
#include <services/waiting/post.h>
#include <services/waiting/stepback.h>

namespace services::shop::accounts {

namespace {

// Two: log-ins must not take the whole machine from the other capabilities.
constexpr int hashesAtOnce = 2;

} // namespace

PasswordHasher::PasswordHasher(waiting::WaitScope &scope)
    : m_scope(scope)
{
    m_pool.setMaxThreadCount(hashesAtOnce);
}

PasswordHasher::~PasswordHasher()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QCoro::Task<contract::Result<PasswordHash>>
PasswordHasher::hash(QString password, QByteArray salt, int iterations)
{
    waiting::Pending<PasswordHash> pending(m_scope);
    auto job = [scope = &m_scope, completer = pending.completer(), password, salt, iterations] {
        waiting::stepBack();
        auto hashed = hashPassword(password, salt, iterations);
        waiting::post(scope, [completer, hashed = std::move(hashed)] { completer.complete(hashed); });
    };
    waiting::post(m_pool, std::move(job));
    auto hashed = co_await pending;
    co_return hashed;
}

} // namespace services::shop::accounts
