// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "productrepository.h"

#include <services/assembly/componentfactory.h>

namespace services::shop::catalogue {

using contract::Reply;
using contract::Request;
using contract::Result;

// The shelf: which products there are and what they cost. Owns the products, tells of every change by
// product.changed. Made and used in the thread of its instance; without it nobody can browse or fill a cart.
class Catalogue final : public contract::Component
{
public:
    explicit Catalogue(assembly::ComponentContext context);

private:
    QCoro::Task<Result<Reply>> listProducts(Request request);
    QCoro::Task<Result<Reply>> showProduct(Request request);
    QCoro::Task<Result<Reply>> putProduct(Request request);
    QCoro::Task<Result<Reply>> showPicture(Request request);

    Result<ProductRepository::Written> write(const Product &product, const Request &request);

    assembly::ComponentContext m_context;
    ProductRepository m_products;
};

} // namespace services::shop::catalogue
