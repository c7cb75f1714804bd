// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>
#include <services/contract/event.h>

#include <QString>

#include <chrono>
#include <cstdint>

namespace services::broker {

// What somebody would like to look at who does not consume it: the oldest messages of a group's queue that
// wait, or the newest of those that were set aside.
struct Peek
{
    model::system::CapabilityId group;
    bool areDead = false;
    int most = 50;
};

// A message as it lies there.
struct PeekedMessage
{
    std::int64_t number = 0; // its name in this broker
    contract::Event event; // of its payload, the beginning
    std::int64_t size = 0; // of the whole payload, bytes
    std::chrono::system_clock::time_point publishedAt;
    int redeliveries = 0;
    bool isInHand = false; // a consumer has it and has not answered yet
    QString deadBecause; // of a dead letter: what its consumer said the last time

    static constexpr int mostShown = 65'536; // bytes of a payload
};

} // namespace services::broker
