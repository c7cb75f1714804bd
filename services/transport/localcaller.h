// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/caller.h>

#include <functional>

namespace services::transport {

// A call inside the unit: straight to the instance's dispatcher, without a socket. Thread of its instance.
class LocalCaller final : public contract::Caller
{
public:
    using Dispatch = std::function<QCoro::Task<contract::Result<contract::Reply>>(contract::Request)>;

    explicit LocalCaller(Dispatch dispatch);

    QCoro::Task<contract::Result<contract::Reply>> call(contract::Request request) override;

private:
    Dispatch m_dispatch;
};

} // namespace services::transport
