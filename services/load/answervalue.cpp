// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answervalue.h"

#include <model/json/pointer.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace services::load {

namespace {

QJsonValue child(const QJsonValue &parent, const QString &part)
{
    if (parent.isObject())
        return parent.toObject().value(part);
    bool isIndex = false;
    const int index = part.toInt(&isIndex);
    return parent.isArray() && isIndex ? parent.toArray().at(index) : QJsonValue(QJsonValue::Undefined);
}

QJsonValue valueAt(const QByteArray &body, const QString &pointer)
{
    const auto parts = model::json::pointerParts(pointer);
    const auto document = QJsonDocument::fromJson(body);
    if (!parts || document.isNull())
        return QJsonValue(QJsonValue::Undefined);
    QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    for (const auto &part : *parts)
        value = child(value, part);
    return value;
}

} // namespace

std::optional<QString> textAt(const QByteArray &body, const QString &pointer)
{
    const auto value = valueAt(body, pointer);
    if (value.isString() || value.isDouble() || value.isBool())
        return value.toVariant().toString();
    return std::nullopt;
}

bool holds(const QByteArray &body, const QString &pointer)
{
    const auto value = valueAt(body, pointer);
    if (value.isArray())
        return !value.toArray().isEmpty();
    return !value.isUndefined() && !value.isNull();
}

} // namespace services::load
