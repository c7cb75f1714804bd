// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QString>

namespace tests::schema {

// The value of a JSON text, which may be a single word ("true"). Undefined when the text is no JSON.
QJsonValue valueOf(const QByteArray &text);

// The document with the value at a JSON pointer replaced or added; Undefined: removed. "-" as the last part
// adds to a list. The parents must exist.
QJsonValue edited(const QJsonValue &document, const QString &pointer, const QJsonValue &value);

// What is at the pointer; Undefined when nothing is.
QJsonValue at(const QJsonValue &document, const QString &pointer);

QByteArray textOf(const QJsonValue &document);
// The whole of a file below the source folder; a missing one is fatal.
QByteArray sourceFile(const QString &path);

} // namespace tests::schema
