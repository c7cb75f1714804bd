// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backingfaults.h"

#include <services/contract/caller.h>

namespace services::runtime {

// Lets whoever calls others first wait for what its own use of the store has cost. Costs a look at a variable
// while the store is well. Belongs to its instance and thread.
class TollCaller final : public contract::Caller
{
public:
    TollCaller(std::unique_ptr<contract::Caller> inner, BackingFaults &backing);

    QCoro::Task<Result<contract::Reply>> call(contract::Request request) override;

private:
    QCoro::Task<Result<contract::Reply>> callAfterwards(contract::Request request);

    std::unique_ptr<contract::Caller> m_inner;
    BackingFaults &m_backing;
};

} // namespace services::runtime
