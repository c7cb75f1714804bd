// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "publishing.h"

#include <QLoggingCategory>
#include <QUuid>

namespace services::shop::events {

Q_LOGGING_CATEGORY(shopEvents, "faultline.shop.events")

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

void complain(const contract::Event &event, const QString &why)
{
    qCWarning(shopEvents).noquote() << "Ignored message" << event.id << "on" << event.topic.value << "-"
                                    << why;
}

} // namespace services::shop::events
