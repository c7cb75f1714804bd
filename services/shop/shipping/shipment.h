// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace services::shop::shipping {

// A parcel on its way to a customer; one for each order.
struct Shipment
{
    QString id;
    QString order;
    QString account;
    QString carrier;
    QString tracking;
    std::chrono::system_clock::time_point createdAt;
};

} // namespace services::shop::shipping
