// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cartrepository.h"

#include <services/assembly/componentfactory.h>
#include <services/shop/session/session.h>

namespace services::shop::cart {

using contract::Reply;
using contract::Request;

// Remembers what each customer wants to buy, at the price seen when it was put in. Asks the catalogue to put
// something in, never to show what is there; order.placed takes out what was ordered and begins the
// cart's next generation, by which orders know that they do not sell one cart twice. Made, used and
// destroyed in the thread of its instance. While it is dead nobody can check out.
class Cart final : public contract::Component
{
public:
    explicit Cart(assembly::ComponentContext context);

private:
    QCoro::Task<Result<Reply>> show(Request request);
    QCoro::Task<Result<Reply>> put(Request request);
    QCoro::Task<Result<Reply>> remove(Request request);
    QCoro::Task<Result<void>> orderPlaced(contract::Event event, contract::RequestContext context);

    QCoro::Task<Result<Item>> lookUp(QString product, contract::RequestContext context);
    Result<session::Session> sessionOf(const Request &request) const;
    Result<void> keep(const QString &account, const Item &item);
    Result<Reply> contents(const QString &account) const;

    assembly::ComponentContext m_context;
    CartRepository m_carts;
};

} // namespace services::shop::cart
