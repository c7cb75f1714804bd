// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "message.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace services::synthetic {

using namespace Qt::StringLiterals;

contract::Event makeEvent(const model::system::TopicId &topic, const Message &message)
{
    const QJsonObject payload{{u"subject"_s, message.subject},
                              {u"topics"_s, QJsonArray::fromStringList(message.topics)}};
    contract::Event event;
    event.id = newId().toLatin1();
    event.topic = topic;
    event.key = message.subject.toUtf8();
    event.payload = QJsonDocument(payload).toJson(QJsonDocument::Compact);
    return event;
}

contract::Result<Message> readMessage(const QByteArray &payload)
{
    const auto object = QJsonDocument::fromJson(payload).object();
    Message message{object[u"subject"_s].toString(), {}};
    if (message.subject.isEmpty())
        return contract::failure(contract::Kind::InvalidInput,
                                 u"This is no message between synthetic capabilities"_s);
    for (const auto topic : object[u"topics"_s].toArray())
        message.topics.append(topic.toString());
    return message;
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace services::synthetic
