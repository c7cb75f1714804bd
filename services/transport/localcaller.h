// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/caller.h>
#include <services/waiting/timers.h>
#include <services/waiting/waitscope.h>

#include <functional>

namespace services::transport {

// A call inside the unit: straight to the instance's dispatcher, without a socket. As between units, nobody
// waits beyond the deadline, and what was asked for goes on without the asker. Thread of its instance.
class LocalCaller final : public contract::Caller
{
public:
    using Dispatch = std::function<QCoro::Task<contract::Result<contract::Reply>>(contract::Request)>;

    LocalCaller(Dispatch dispatch, waiting::WaitScope &scope, waiting::Timers &timers);

    // TimedOut: there was no answer at the deadline.
    QCoro::Task<contract::Result<contract::Reply>> call(contract::Request request) override;

private:
    QCoro::Task<contract::Result<contract::Reply>> callInTime(contract::Request request);

    Dispatch m_dispatch;
    waiting::WaitScope &m_scope;
    waiting::Timers &m_timers;
};

} // namespace services::transport
