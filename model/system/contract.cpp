// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract.h"

#include <model/json/pointer.h>

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace model::system {

using namespace Qt::StringLiterals;

namespace {

bool isOfKind(const QJsonValue &value, ShapeKind kind)
{
    switch (kind) {
    case ShapeKind::Text:
        return value.isString();
    case ShapeKind::Whole:
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    case ShapeKind::Number:
        return value.isDouble();
    case ShapeKind::Flag:
        return value.isBool();
    case ShapeKind::Object:
        return value.isObject();
    case ShapeKind::List:
        return value.isArray();
    }
    return false;
}

void compare(const QJsonValue &value, const Shape &shape, const QString &where, std::vector<Deviation> &found)
{
    if (!isOfKind(value, shape.kind)) {
        found.push_back({where, shape.kind, false});
        return;
    }
    const auto object = value.toObject();
    for (const auto &[name, member] : shape.members) {
        const QString pointer = json::pointer(where, name);
        if (object.contains(name))
            compare(object.value(name), member, pointer, found);
        else if (!member.optional)
            found.push_back({pointer, member.kind, true});
    }
    const auto array = value.toArray();
    for (qsizetype index = 0; index < array.size() && !shape.element.empty(); ++index)
        compare(array.at(index), shape.element.front(), json::pointer(where, index), found);
}

QJsonValue written(const Shape &shape)
{
    bool isNumber = false;
    const double number = shape.example.toDouble(&isNumber);
    if ((shape.kind == ShapeKind::Whole || shape.kind == ShapeKind::Number) && isNumber)
        return number;
    if (shape.kind == ShapeKind::Flag && !shape.example.contains(u"{{"_s))
        return shape.example == u"true"_s;
    return shape.example;
}

} // namespace

QString word(ShapeKind kind)
{
    switch (kind) {
    case ShapeKind::Whole:
        return u"integer"_s;
    case ShapeKind::Number:
        return u"number"_s;
    case ShapeKind::Flag:
        return u"boolean"_s;
    case ShapeKind::Object:
        return u"object"_s;
    case ShapeKind::List:
        return u"array"_s;
    case ShapeKind::Text:
        break;
    }
    return u"string"_s;
}

std::vector<Deviation> deviations(const QJsonValue &value, const Shape &shape)
{
    std::vector<Deviation> found;
    compare(value, shape, {}, found);
    return found;
}

QJsonValue exampleOf(const Shape &shape)
{
    if (shape.kind == ShapeKind::List) {
        QJsonArray list;
        for (const auto &element : shape.element)
            list.append(exampleOf(element));
        return list;
    }
    if (shape.kind != ShapeKind::Object)
        return written(shape);
    QJsonObject object;
    for (const auto &[name, member] : shape.members) {
        const bool isSaid = !member.example.isEmpty() || !member.members.empty() || !member.element.empty();
        if (!member.optional || isSaid)
            object.insert(name, exampleOf(member));
    }
    return object;
}

} // namespace model::system
