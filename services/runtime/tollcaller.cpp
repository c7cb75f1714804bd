// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tollcaller.h"

namespace services::runtime {

using contract::Reply;
using contract::Request;

TollCaller::TollCaller(std::unique_ptr<contract::Caller> inner, BackingFaults &backing)
    : m_inner(std::move(inner))
    , m_backing(backing)
{
}

QCoro::Task<Result<Reply>> TollCaller::call(Request request)
{
    return m_backing.isOwed() ? callAfterwards(std::move(request)) : m_inner->call(std::move(request));
}

QCoro::Task<Result<Reply>> TollCaller::callAfterwards(Request request)
{
    const auto toll = m_backing.take();
    const auto paid = co_await m_backing.pay(toll, request.context.trace, request.context.deadline);
    if (!paid)
        co_return contract::failure(paid.error());
    auto outcome = co_await m_inner->call(std::move(request));
    co_return outcome;
}

} // namespace services::runtime
