// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "objectreader.h"

#include <model/result/checked.h>

#include <QJsonDocument>
#include <QJsonObject>

#include <concepts>

namespace model::json {

// Reads an object which came as a text of its own, and not as a file of a format: `source` is its name in
// errors, `hint` says what to send instead when it is no object at all.
template<typename T, std::invocable<ObjectReader &, T &> Read>
result::Checked<T>
checkedMessage(const QByteArray &text, const QString &source, const QString &hint, Read read)
{
    Problems problems;
    T value;
    QJsonParseError mistake;
    const auto document = QJsonDocument::fromJson(text, &mistake);
    if (document.isObject()) {
        ObjectReader in(document.object(), {}, problems);
        read(in, value);
        in.finish();
    } else {
        const bool isJson = mistake.error == QJsonParseError::NoError;
        problems.add({}, isJson ? hint : mistake.errorString() + QStringLiteral(". ") + hint);
    }
    if (!problems.isEmpty())
        return tl::unexpected(problems.toErrors(source, text));
    return value;
}

} // namespace model::json
