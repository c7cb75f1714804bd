// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reply.h"

#include <QJsonArray>
#include <QJsonObject>

namespace services::contract {

Reply Reply::json(const QJsonObject &object, int status)
{
    Reply reply;
    reply.status = status;
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

Reply Reply::json(const QJsonArray &array, int status)
{
    Reply reply;
    reply.status = status;
    reply.body = QJsonDocument(array).toJson(QJsonDocument::Compact);
    return reply;
}

Reply Reply::jsonText(QByteArray text)
{
    Reply reply;
    reply.body = std::move(text);
    return reply;
}

Reply Reply::noContent()
{
    Reply reply;
    reply.status = 204;
    reply.mediaType.clear();
    return reply;
}

} // namespace services::contract
