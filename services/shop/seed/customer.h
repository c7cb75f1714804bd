// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "product.h"

namespace services::shop::seed {

struct CartLine
{
    Product product;
    int quantity = 1;
};

// A customer who has been with the shop since its first day, with a filled cart.
struct Customer
{
    QString id; // "a-001"
    QString email; // "shopper-001@example.test"
    QString name;
    std::vector<CartLine> cart; // one to four different products
};

// 200 customers in the order of their ids, the same in every run. Made anew by each call.
std::vector<Customer> customers();
// The password of all of them ("faultline-demo"): they are there to be tried out.
QString demoPassword();

} // namespace services::shop::seed
