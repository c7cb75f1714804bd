// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "captures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace app::console {

using namespace Qt::StringLiterals;
using model::system::Shape;

namespace {

void collect(const QJsonValue &value, const Shape &shape, QMap<QString, QString> &kept)
{
    if (!shape.keepAs.isEmpty() && !value.isUndefined() && !kept.contains(shape.keepAs))
        kept.insert(shape.keepAs,
                    value.isDouble() ? QString::number(value.toInteger()) : value.toVariant().toString());
    const auto object = value.toObject();
    for (const auto &[name, member] : shape.members)
        collect(object.value(name), member, kept);
    const auto array = value.toArray();
    for (const auto &element : shape.element) {
        if (!array.isEmpty())
            collect(array.first(), element, kept);
    }
}

void collectExamples(const Shape &shape, QMap<QString, QString> &known)
{
    if (!shape.keepAs.isEmpty() && !shape.example.isEmpty())
        known.insert(shape.keepAs, shape.example);
    for (const auto &[name, member] : shape.members)
        collectExamples(member, known);
    for (const auto &element : shape.element)
        collectExamples(element, known);
}

bool keeps(const Shape &shape, const QString &variable)
{
    return shape.keepAs == variable
        || std::ranges::any_of(shape.members, [&](const auto &each) { return keeps(each.shape, variable); })
        || std::ranges::any_of(shape.element, [&](const auto &each) { return keeps(each, variable); });
}

} // namespace

QMap<QString, QString> capturedFrom(const QByteArray &body, const model::system::Contract &contract)
{
    QMap<QString, QString> kept;
    const auto document = QJsonDocument::fromJson(body);
    if (contract.answer.has_value() && !document.isNull())
        collect(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()),
                *contract.answer, kept);
    kept.removeIf([](const auto &entry) { return entry.value().isEmpty(); });
    return kept;
}

QMap<QString, QString> knownBeforehand(const model::system::System &system)
{
    QMap<QString, QString> known;
    for (const auto &capability : system.capabilities) {
        for (const auto &endpoint : capability.endpoints) {
            if (endpoint.contract.has_value() && endpoint.contract->answer.has_value())
                collectExamples(*endpoint.contract->answer, known);
        }
    }
    return known;
}

const model::system::Endpoint *giverOf(const QString &variable, const model::system::System &system)
{
    const auto *entry = system.capability(system.entry);
    for (const auto &endpoint :
         entry == nullptr ? std::vector<model::system::Endpoint>() : entry->endpoints) {
        const auto *contract = system.contract(endpoint.id);
        if (contract != nullptr && contract->answer.has_value() && keeps(*contract->answer, variable))
            return system.endpoint(endpoint.id);
    }
    return nullptr;
}

} // namespace app::console
