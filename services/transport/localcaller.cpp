// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "localcaller.h"

#include <utility>

namespace services::transport {

LocalCaller::LocalCaller(Dispatch dispatch)
    : m_dispatch(std::move(dispatch))
{
}

QCoro::Task<contract::Result<contract::Reply>> LocalCaller::call(contract::Request request)
{
    return m_dispatch(std::move(request));
}

} // namespace services::transport
