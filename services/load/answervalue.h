// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace services::load {

// What a JSON body holds at a JSON pointer (RFC 6901), as text; nothing when there is no such member, or when
// it is null or not a plain value.
std::optional<QString> textAt(const QByteArray &body, const QString &pointer);
// Whether there is something at the pointer: any value but null and an empty list.
bool holds(const QByteArray &body, const QString &pointer);

} // namespace services::load
