// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace model::json {

// A JSON pointer (RFC 6901): where in a file a value is, e.g. "/capabilities/3/id". Empty: the whole file.
QString pointer(const QString &parent, const QString &key);
QString pointer(const QString &parent, qsizetype index);

// The unescaped parts of a pointer; nothing when the text is not a pointer.
std::optional<QStringList> pointerParts(const QString &text);

} // namespace model::json
