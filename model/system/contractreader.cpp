// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contractreader.h"

#include "operation.h"

namespace model::system {

using namespace Qt::StringLiterals;
using json::ObjectReader;
using json::Presence;

namespace {

constexpr json::Range<int> statuses{100, 599};

json::Choices<ShapeKind> kinds()
{
    json::Choices<ShapeKind> all;
    for (const auto kind : {ShapeKind::Text, ShapeKind::Whole, ShapeKind::Number, ShapeKind::Flag,
                            ShapeKind::Object, ShapeKind::List})
        all.emplace_back(word(kind), kind);
    return all;
}

Shape readShape(ObjectReader &in);

std::vector<NamedShape> readShapes(ObjectReader &in, const QString &key)
{
    std::vector<NamedShape> shapes;
    in.objectsByName(key, Presence::Optional, [&](const QString &name, ObjectReader &each) {
        shapes.push_back({name, readShape(each)});
    });
    return shapes;
}

Shape readShape(ObjectReader &in)
{
    Shape shape;
    shape.kind = in.choice<ShapeKind>(u"type"_s, kinds());
    shape.description = in.text(u"description"_s, json::sentence(), QString());
    shape.example = in.text(u"example"_s, json::sentence(), QString());
    shape.optional = in.flag(u"optional"_s, false);
    shape.keepAs = in.text(u"keepAs"_s, json::identifier(), QString());
    shape.members = readShapes(in, u"properties"_s);
    in.object(u"items"_s, Presence::Optional,
              [&](ObjectReader &each) { shape.element.push_back(readShape(each)); });
    return shape;
}

} // namespace

json::TextRule endpointRule()
{
    return {[](const QString &text) { return parseEndpointId(text).has_value(); },
            u"a capability and its operation (\"catalogue GET /products/{id}\")"_s};
}

Contract readContract(ObjectReader &in)
{
    Contract contract;
    contract.like = parseEndpointId(in.text(u"like"_s, endpointRule(), QString())).value_or(EndpointId{});
    contract.path = readShapes(in, u"path"_s);
    contract.query = readShapes(in, u"query"_s);
    in.object(u"request"_s, Presence::Optional,
              [&](ObjectReader &each) { contract.request = readShape(each); });
    in.object(u"answer"_s, Presence::Optional,
              [&](ObjectReader &each) { contract.answer = readShape(each); });
    in.objects(u"statuses"_s, Presence::Optional, [&](ObjectReader &each) {
        const int status = each.integer(u"status"_s, statuses);
        contract.statuses.push_back({status, each.text(u"meaning"_s)});
    });
    return contract;
}

} // namespace model::system
