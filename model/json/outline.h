// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace model::json {

// A member or an element of a JSON text, and where it stands.
struct Place
{
    QString pointer;
    qsizetype offset = 0; // in bytes; of a member: of its name
    bool repeated = false; // an earlier member of the same object has the same name
};

// Tells every place of a text in the order of the text, which must be valid JSON (QJsonDocument drops both
// positions and repeated members, so they are found here).
void outline(const QByteArray &text, const std::function<void(const Place &)> &visit);

// Counted from one; columns are characters.
struct Position
{
    qsizetype line = 1;
    qsizetype column = 1;
};
Position position(const QByteArray &text, qsizetype offset);

} // namespace model::json
