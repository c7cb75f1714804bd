// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publishing.h"

#include <QUuid>

namespace services::shop::events {

contract::Event makeEvent(const QString &topic,
                          const QString &key,
                          QByteArray payload,
                          std::chrono::system_clock::time_point occurredAt)
{
    contract::Event event;
    event.id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    event.topic = {topic};
    event.key = key.toUtf8();
    event.payload = std::move(payload);
    event.occurredAt = occurredAt;
    return event;
}

} // namespace services::shop::events
