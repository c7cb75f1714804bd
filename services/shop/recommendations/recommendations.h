// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "purchases.h"

#include <services/assembly/componentfactory.h>

namespace services::shop::recommendations {

using contract::Reply;
using contract::Request;
using contract::Result;

// What others bought as well, learnt from order.placed; the best sellers while it knows nothing better. Asks
// the catalogue for today's names and prices and, when that is away, gives them as last seen. Made and used
// in the thread of its instance.
class Recommendations final : public contract::Component
{
public:
    explicit Recommendations(assembly::ComponentContext context);

private:
    QCoro::Task<Result<Reply>> recommend(Request request);
    QCoro::Task<Result<void>> orderPlaced(contract::Event event, contract::RequestContext context);

    Result<Reply> reply(const std::vector<Suggestion> &known, const std::vector<Result<Reply>> &answers);
    Suggestion learn(const Suggestion &known, const Reply &answer);

    assembly::ComponentContext m_context;
    Purchases m_purchases;
};

} // namespace services::shop::recommendations
