// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>

#include <vector>

namespace services::shop::storefront {

// One way through the customers' door: what they ask for, and which endpoint answers it.
struct Passage
{
    QString operation; // "GET /api/products/{id}"
    model::system::EndpointId to;
};

// Every way which is forwarded as it is: without an answer the customer is told so.
std::vector<Passage> passages();

model::system::EndpointId searchEndpoint();
model::system::EndpointId recommendationsEndpoint();
model::system::EndpointId shipmentsEndpoint();
model::system::EndpointId productsEndpoint();

} // namespace services::shop::storefront
