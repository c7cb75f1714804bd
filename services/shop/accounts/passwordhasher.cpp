// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "passwordhasher.h"

#include <services/waiting/pending.h>
#include <services/waiting/post.h>

#include <sys/resource.h>
#include <unistd.h>

namespace services::shop::accounts {

namespace {

// Two: log-ins must not take the whole machine from the other capabilities.
constexpr int hashesAtOnce = 2;
constexpr int niceness
    = 5; // a third of the others' share of a processor that is busy; nothing when it is not

// Of this thread only, which Linux allows.
void stepBack()
{
#ifdef Q_OS_LINUX
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
#endif
}

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
        stepBack();
        auto hashed = hashPassword(password, salt, iterations);
        waiting::post(scope, [completer, hashed = std::move(hashed)] { completer.complete(hashed); });
    };
    m_pool.start(waiting::Posted(std::move(job)));
    auto hashed = co_await pending;
    co_return hashed;
}

} // namespace services::shop::accounts
