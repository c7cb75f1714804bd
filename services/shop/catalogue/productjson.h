// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "productrepository.h"

#include <services/contract/request.h>

#include <QJsonObject>

namespace services::shop::catalogue {

// How products are written and read in requests, answers and events.

QJsonObject toJson(const Product &product);

// Of a query: page, size, category, minPrice, maxPrice, sort; InvalidInput names the wrong one.
Result<Selection> selectionOf(const contract::Parameters &query);
// Of a PUT: the id from the path, the rest from the body; InvalidInput tells all that is wrong.
Result<Product> productOf(const contract::Request &request);

} // namespace services::shop::catalogue
