// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace app::sagas {

using Moment = std::chrono::system_clock::time_point;

// Who takes part in an order's life, from left to right.
enum class Party
{
    Customer,
    Orders,
    Inventory,
    Payments,
    Broker,
    Shipping,
    Notifications
};
constexpr int parties = 7;

QString title(Party party);

enum class Manner
{
    Forward,
    Undoing, // compensation: what was taken goes back
    Failed,
    Waiting, // has not happened yet
    Note // happens at one party
};

// One step of an order's life. A value.
struct Beat
{
    std::optional<Moment> at; // nothing: nobody wrote down when, or it is yet to come
    Party from = Party::Orders;
    Party to = Party::Orders; // the same: it happens there
    Manner manner = Manner::Forward;
    QString words;
    QString detail = {}; // for who wants to know more; may be empty

    bool operator==(const Beat &) const = default;
};

// The whole step in a sentence, for readers: "Orders to Payments, undone: refund".
QString sentence(const Beat &beat);

} // namespace app::sagas
