// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <limits>
#include <utility>
#include <vector>

namespace model::json {

// The numbers that a member may hold, both ends included.
template<typename Number>
struct Range
{
    Number least = std::numeric_limits<Number>::lowest();
    Number most = std::numeric_limits<Number>::max();
};

// What a text must look like. `expected` completes the sentence "Write ...".
struct TextRule
{
    std::function<bool(const QString &)> accepts;
    QString expected; // "a word of lower-case letters, digits and hyphens"
};

// Not empty, at most 500 characters, no control characters.
TextRule sentence();
// An id: lower-case letters, digits and hyphens, beginning with a letter, at most 63 characters. Safe as the
// name of a file, a thread and a Graphviz node.
TextRule identifier();
// Like identifier, with dots between words ("order.placed").
TextRule dottedIdentifier();
// A JSON pointer (RFC 6901) below the root ("/items/0/id").
TextRule pointerRule();

// The word of each value of an enumeration.
template<typename Enum>
using Choices = std::vector<std::pair<QString, Enum>>;

} // namespace model::json
