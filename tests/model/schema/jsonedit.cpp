// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsonedit.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace tests::schema {

using namespace Qt::StringLiterals;

namespace {

QStringList partsOf(const QString &pointer)
{
    QStringList parts = pointer.isEmpty() ? QStringList() : pointer.sliced(1).split(u'/');
    for (QString &part : parts)
        part.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    return parts;
}

QJsonValue child(const QJsonValue &value, const QString &part)
{
    return value.isArray() ? value.toArray().at(part.toInt()) : value.toObject().value(part);
}

QJsonValue withChild(const QJsonValue &parent, const QString &part, const QJsonValue &value)
{
    if (parent.isObject()) {
        QJsonObject object = parent.toObject();
        if (value.isUndefined())
            object.remove(part);
        else
            object.insert(part, value);
        return object;
    }
    QJsonArray array = parent.toArray();
    if (part == u"-")
        array.append(value);
    else if (value.isUndefined())
        array.removeAt(part.toInt());
    else
        array.replace(part.toInt(), value);
    return array;
}

QJsonValue editedAt(const QJsonValue &value, const QStringList &parts, const QJsonValue &replacement)
{
    if (parts.isEmpty())
        return replacement;
    const QString &part = parts.front();
    const bool last = parts.size() == 1;
    return withChild(value, part,
                     last ? replacement : editedAt(child(value, part), parts.mid(1), replacement));
}

} // namespace

QJsonValue valueOf(const QByteArray &text)
{
    const auto document = QJsonDocument::fromJson('[' + text + ']');
    return document.array().isEmpty() ? QJsonValue(QJsonValue::Undefined) : document.array().at(0);
}

QJsonValue edited(const QJsonValue &document, const QString &pointer, const QJsonValue &value)
{
    return editedAt(document, partsOf(pointer), value);
}

QJsonValue at(const QJsonValue &document, const QString &pointer)
{
    QJsonValue value = document;
    for (const QString &part : partsOf(pointer))
        value = child(value, part);
    return value;
}

QByteArray textOf(const QJsonValue &document)
{
    return document.isArray() ? QJsonDocument(document.toArray()).toJson(QJsonDocument::Compact)
                              : QJsonDocument(document.toObject()).toJson(QJsonDocument::Compact);
}

QByteArray sourceFile(const QString &path)
{
    QFile file(QStringLiteral(FAULTLINE_SOURCE_DIR) + u'/' + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("There is no %s", qPrintable(file.fileName()));
    return file.readAll();
}

} // namespace tests::schema
