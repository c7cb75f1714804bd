// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

namespace services::contract {

// A successful answer. Failures are Errors (model::result), which the wire shows as problem documents.
struct Reply
{
    int status = 200; // 200-299, or 304
    QByteArray mediaType = "application/json";
    QByteArray body;
    QString degraded; // not empty: a fallback stood in for an optional call; says which, in words
    QByteArray location; // of what was created; empty: nothing was
    QByteArray cacheControl; // empty: no-store

    static Reply json(const QJsonObject &object, int status = 200);
    static Reply json(const QJsonArray &array, int status = 200);
    static Reply jsonText(QByteArray text); // already JSON, in UTF-8: made by the store
    static Reply noContent();
};

} // namespace services::contract
