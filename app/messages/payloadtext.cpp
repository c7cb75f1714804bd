// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "payloadtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

namespace app::messages {

using namespace Qt::StringLiterals;

namespace {

QString ofPayloads(const char *text)
{
    return QCoreApplication::translate("app::messages", text);
}

QString body(const services::broker::PeekedMessage &message)
{
    const auto &payload = message.event.payload;
    if (message.size == 0)
        return ofPayloads("(no payload)");
    const auto json = QJsonDocument::fromJson(payload);
    if (!json.isNull())
        return QString::fromUtf8(json.toJson(QJsonDocument::Indented)).trimmed();
    const auto text = QString::fromUtf8(payload);
    return text.contains(QChar::ReplacementCharacter) || payload.contains('\0')
        ? ofPayloads("(no text: %1)").arg(QString::fromLatin1(payload.left(256).toHex(' ')))
        : text;
}

} // namespace

QString payloadText(const services::broker::PeekedMessage &message)
{
    const auto &event = message.event;
    const auto published
        = std::chrono::duration_cast<std::chrono::milliseconds>(message.publishedAt.time_since_epoch());
    QStringList lines{ofPayloads("%1 · key %2").arg(event.topic.value, QString::fromUtf8(event.key)),
                      ofPayloads("published %1 · id %2")
                          .arg(QDateTime::fromMSecsSinceEpoch(published.count()).toString(u"HH:mm:ss.zzz"_s),
                               QString::fromUtf8(event.id))};
    if (!message.deadBecause.isEmpty())
        lines << ofPayloads("set aside: %1").arg(message.deadBecause);
    lines << QString() << body(message);
    if (message.size > event.payload.size())
        lines << ofPayloads("… and %1 more")
                     .arg(QLocale().formattedDataSize(message.size - event.payload.size()));
    return lines.join(u'\n');
}

} // namespace app::messages
