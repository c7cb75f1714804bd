// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>

#include <QByteArray>

#include <chrono>
#include <cstdint>

namespace services::broker {

// A message in a queue, without its contents: what it takes to decide when to deliver it.
struct Waiting
{
    std::int64_t message = 0; // grows in the order of publishing
    QByteArray key;
    std::chrono::system_clock::time_point publishedAt;
    int redeliveries = 0;
    model::system::TopicId topic;
};

} // namespace services::broker
