// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "poison.h"

#include <QUuid>

namespace services::runtime {

namespace {

constexpr char mark[] = "poison-";

} // namespace

contract::Event poison(const model::system::TopicId &topic)
{
    contract::Event event;
    event.id = mark + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    event.topic = topic;
    event.key = event.id;
    event.payload = QByteArray("\0\xff not a message", 16);
    event.occurredAt = std::chrono::system_clock::now();
    return event;
}

bool isPoison(const contract::Event &event)
{
    return event.id.startsWith(mark);
}

} // namespace services::runtime
