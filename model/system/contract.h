// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ids.h"

#include <QJsonValue>

#include <optional>
#include <vector>

namespace model::system {

enum class ShapeKind
{
    Text,
    Whole, // number
    Number,
    Flag,
    Object,
    List
};

// "string", "integer", "number", "boolean", "object", "array": as JSON Schema says it.
QString word(ShapeKind kind);

struct NamedShape;

// What a value in JSON looks like, as far as those who use it rely on it. A value.
struct Shape
{
    ShapeKind kind = ShapeKind::Text;
    QString description; // may be empty
    // One to start from, as a person writes it; may name variables: "{{product}}". Empty: none.
    QString example;
    bool optional = false; // may be left out
    QString keepAs; // the variable under which it is worth to be remembered; empty: none
    std::vector<NamedShape> members; // of an object
    std::vector<Shape> element; // of a list: none or one
};

struct NamedShape
{
    QString name;
    Shape shape;
};

struct StatusMeaning
{
    int status = 200; // of HTTP
    QString meaning;
};

// What an endpoint promises to those who ask it, beyond its operation. Declared. A value.
struct Contract
{
    EndpointId like; // not empty: it is the other one's, word for word
    std::vector<NamedShape> path; // of the operation's parameters
    std::vector<NamedShape> query;
    std::optional<Shape> request; // the body; nothing: there is none
    std::optional<Shape> answer; // of a success; nothing: it has no JSON
    std::vector<StatusMeaning> statuses; // of its own business: any may also be turned away or time out
};

// Something in a value that is not as its shape says.
struct Deviation
{
    QString pointer; // JSON pointer (RFC 6901) in the value; empty: all of it
    ShapeKind expected = ShapeKind::Text;
    bool isMissing = false; // else: of another kind
};

// Members which the shape does not mention are nobody's business (as a tolerant reader sees it).
std::vector<Deviation> deviations(const QJsonValue &value, const Shape &shape);

// An example value, from the examples of the parts: texts, numbers and flags as they are written, lists with
// one element. Optional parts without an example are left out. What names a variable stays a text.
QJsonValue exampleOf(const Shape &shape);

} // namespace model::system
