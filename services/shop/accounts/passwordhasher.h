// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "password.h"

#include <services/contract/caller.h>
#include <services/waiting/waitscope.h>

#include <QThreadPool>

namespace services::shop::accounts {

// Hashes passwords beside the thread of the instance, which goes on serving meanwhile. Owned by Accounts;
// made, asked and destroyed in the instance's thread. When the processor is busy, everybody else goes first.
// Its destruction waits for the one hash or two that are being computed (milliseconds) and forgets the
// others.
class PasswordHasher
{
public:
    explicit PasswordHasher(waiting::WaitScope &scope);
    ~PasswordHasher();

    QCoro::Task<contract::Result<PasswordHash>> hash(QString password, QByteArray salt, int iterations);

private:
    waiting::WaitScope &m_scope;
    QThreadPool m_pool;
};

} // namespace services::shop::accounts
