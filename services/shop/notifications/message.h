// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace services::shop::notifications {

// A mail that was sent to a customer; one of each kind for each order.
struct Message
{
    QString id;
    QString order;
    QString account;
    QString email;
    QString kind; // "order-confirmed", "order-shipped"
    QString subject;
    QString body;
    std::chrono::system_clock::time_point sentAt;
};

} // namespace services::shop::notifications
