// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "productindex.h"

#include <services/assembly/componentfactory.h>

namespace services::shop::search {

using contract::Reply;
using contract::Request;
using contract::Result;

// Finds products by words, in an index of its own which product.changed keeps current: it answers while the
// catalogue is away. Made and used in the thread of its instance.
class Search final : public contract::Component
{
public:
    explicit Search(assembly::ComponentContext context);

private:
    QCoro::Task<Result<Reply>> find(Request request);
    QCoro::Task<Result<void>> productChanged(contract::Event event, contract::RequestContext context);

    assembly::ComponentContext m_context;
    ProductIndex m_index;
};

} // namespace services::shop::search
