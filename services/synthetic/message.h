// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/caller.h>
#include <services/contract/event.h>

#include <QStringList>

namespace services::synthetic {

// What synthetic capabilities tell each other by events. A value.
struct Message
{
    QString subject; // what it is about
    QStringList topics; // which it has come through, this one last

    bool operator==(const Message &) const = default;
};

// An event with a new id; messages about one subject keep their order.
contract::Event makeEvent(const model::system::TopicId &topic, const Message &message);
// Of an event's payload; InvalidInput for what is no message of ours.
contract::Result<Message> readMessage(const QByteArray &payload);

// Unique for ever.
QString newId();

} // namespace services::synthetic
