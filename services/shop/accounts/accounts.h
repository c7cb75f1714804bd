// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accountrepository.h"
#include "passwordhasher.h"

#include <services/assembly/componentfactory.h>
#include <services/shop/session/session.h>

namespace services::shop::accounts {

using contract::Reply;
using contract::Request;

inline constexpr std::chrono::hours sessionLifetime{12};

// Knows who the customers are and vouches for them by signed sessions. A log-in says only whether address and
// password belong together, in the same time whether or not the address is known. Made, used and destroyed in
// the thread of its instance. While it is dead nobody can register or log in; whoever is logged in stays so.
class Accounts final : public contract::Component
{
public:
    explicit Accounts(assembly::ComponentContext context);

private:
    QCoro::Task<Result<Reply>> registerCustomer(Request request);
    QCoro::Task<Result<Reply>> logIn(Request request);
    // Takes effect at once here; see session.h for the others.
    QCoro::Task<Result<Reply>> logOut(Request request);
    QCoro::Task<Result<Reply>> showOwn(Request request);

    Result<session::Session> sessionOf(const Request &request) const;
    Reply open(const Account &account) const;

    assembly::ComponentContext m_context;
    AccountRepository m_accounts;
    PasswordHasher m_hasher;
    QByteArray m_nobodysSalt; // for the log-ins of unknown addresses
};

} // namespace services::shop::accounts
