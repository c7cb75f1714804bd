// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace model::json {

// A member or an element of a JSON text, and where it stands. Only valid inside the visit.
struct Place
{
    const QString &parent; // the pointer of its object or list
    QString key; // of a member
    qsizetype index = -1; // of an element
    qsizetype offset = 0; // in bytes; of a member: of its name
    bool repeated = false; // an earlier member of the same object has the same name

    QString pointer() const;
};

// Where a text stops being JSON, and why.
struct SyntaxFault
{
    qsizetype offset = 0;
    QString message; // what is wrong and what to do
};

// Tells every place of a text in its order, strictly by RFC 8259, until the first fault. QJsonDocument knows
// neither positions nor repeated members, takes the last of those, and lets some faults pass. UTF-8 and the
// size of numbers are not looked at. Nesting is limited to 64 levels.
std::optional<SyntaxFault> outline(const QByteArray &text, const std::function<void(const Place &)> &visit);

// Counted from one; columns are characters.
struct Position
{
    qsizetype line = 1;
    qsizetype column = 1;
};
Position position(const QByteArray &text, qsizetype offset);

} // namespace model::json
