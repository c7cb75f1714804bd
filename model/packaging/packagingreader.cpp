// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packagingreader.h"

#include "partition.h"
#include "presets.h"

#include <model/json/file.h>

#include <QJsonDocument>

#include <algorithm>

namespace model::packaging {

using namespace Qt::StringLiterals;
using json::ObjectReader;
using json::Presence;

namespace {

json::Format format()
{
    return {.name = u"packaging"_s};
}

Unit readUnit(ObjectReader &in)
{
    Unit unit;
    unit.id.value = in.text(u"id"_s, json::identifier());
    unit.title = in.text(u"title"_s);
    unit.instances = in.integer(u"instances"_s, {1, maximumInstances}, 1);
    for (const QString &id : in.texts(u"capabilities"_s, json::identifier(), Presence::Required))
        unit.capabilities.push_back({id});
    if (unit.capabilities.empty())
        unit.capabilities.emplace_back(); // reported; an empty id is passed over by further checks
    return unit;
}

bool groupsAlike(Packaging a, Packaging b)
{
    for (Packaging *each : {&a, &b}) {
        for (Unit &unit : each->units) {
            unit.instances = 1;
            unit.title.clear();
        }
        std::ranges::sort(each->units, {}, &Unit::id);
    }
    return a.units == b.units;
}

// A fleet's data is kept under its packaging's id, so a preset's name must not stand for something else.
void checkName(const Packaging &packaging, const system::System &system, ObjectReader &in)
{
    const auto namesake = preset(packaging.id.value, system);
    if (namesake && !groupsAlike(*namesake, packaging))
        in.report(u"id"_s,
                  u"\"%1\" is the name of a preset which groups otherwise. Choose another id."_s.arg(
                      packaging.id.value));
}

void readPackaging(ObjectReader &in, const system::System &system, Packaging &packaging)
{
    packaging.id.value = in.text(u"id"_s, json::identifier());
    packaging.title = in.text(u"title"_s);
    in.objects(u"units"_s, Presence::Required,
               [&](ObjectReader &each) { packaging.units.push_back(readUnit(each)); });
    if (packaging.units.empty())
        return; // reported; that no unit holds anything would only repeat it
    findPartitionFaults(system, packaging, in.problems());
    sortCapabilities(system, packaging);
    checkName(packaging, system, in);
}

QJsonObject toObject(const Unit &unit)
{
    QJsonArray capabilities;
    for (const auto &id : unit.capabilities)
        capabilities.append(id.value);
    return {{u"id"_s, unit.id.value},
            {u"title"_s, unit.title},
            {u"instances"_s, unit.instances},
            {u"capabilities"_s, capabilities}};
}

} // namespace

result::Checked<Packaging> PackagingReader::readFile(const QString &path, const system::System &system)
{
    return json::checkedFile<Packaging>(path, format(), [&system](ObjectReader &in, Packaging &packaging) {
        readPackaging(in, system, packaging);
    });
}

result::Checked<Packaging>
PackagingReader::readText(const QByteArray &text, const QString &file, const system::System &system)
{
    return json::checkedText<Packaging>(
        text, file, format(),
        [&system](ObjectReader &in, Packaging &packaging) { readPackaging(in, system, packaging); });
}

QByteArray toJson(const Packaging &packaging)
{
    QJsonArray units;
    for (const Unit &unit : packaging.units)
        units.append(toObject(unit));
    const QJsonObject top{{u"formatVersion"_s, 1},
                          {u"id"_s, packaging.id.value},
                          {u"title"_s, packaging.title},
                          {u"units"_s, units}};
    return QJsonDocument(top).toJson(QJsonDocument::Indented);
}

} // namespace model::packaging
