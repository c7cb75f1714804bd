// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "problem.h"

#include "httpserialiser.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace services::transport::problem {

using namespace Qt::StringLiterals;

HttpResponse response(const Document &document)
{
    QJsonObject json{
        {u"type"_s, document.type.isEmpty() ? u"about:blank"_s : document.type},
        {u"title"_s, QString::fromLatin1(serialiser::reasonPhrase(document.status))},
        {u"status"_s, document.status},
        {u"detail"_s, document.detail},
    };
    if (!document.subject.isEmpty())
        json.insert(u"subject"_s, document.subject);
    HttpResponse response;
    response.status = document.status;
    response.headers.add("Content-Type", mediaType);
    response.headers.add("Cache-Control", "no-store");
    if (document.status == 503)
        response.headers.add("Retry-After", "1");
    if (document.status == 401)
        response.headers.add("WWW-Authenticate", "Bearer");
    response.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return response;
}

HttpResponse response(int status, const QString &detail)
{
    return response(Document{status, {}, detail, {}});
}

} // namespace services::transport::problem
