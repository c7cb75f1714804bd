// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace.h"

#include <QJsonArray>

#include <array>
#include <cmath>

namespace app::session {

using namespace Qt::StringLiterals;
using model::layout::NodeId;
using model::layout::NodeKind;
using model::layout::Placement;

namespace {

constexpr qsizetype mostFiles = 10;
constexpr qsizetype mostConsoles = 5;
constexpr double farthest = 1e6; // pixels: what is beyond was not put there by anybody

constexpr std::array kindNames{"shoppers"_L1, "unit"_L1, "topic"_L1, "store"_L1}; // in the order of NodeKind

QString nameOf(const NodeId &node)
{
    return QString(kindNames[static_cast<size_t>(node.kind)]) + u':' + node.name;
}

std::optional<NodeId> nodeOfName(const QString &name)
{
    for (size_t kind = 0; kind < kindNames.size(); ++kind) {
        if (name.startsWith(QString(kindNames[kind]) + u':'))
            return NodeId{static_cast<NodeKind>(kind), name.mid(kindNames[kind].size() + 1)};
    }
    return {};
}

QJsonObject jsonOf(const Placement &placement)
{
    QJsonObject json;
    for (auto node = placement.centres.begin(); node != placement.centres.end(); ++node) {
        QJsonObject place{{u"x"_s, node->x()}, {u"y"_s, node->y()}};
        if (placement.pinned.contains(node.key()))
            place[u"pinned"_s] = true;
        json[nameOf(node.key())] = place;
    }
    return json;
}

std::optional<Placement> placementIn(const QJsonValue &value)
{
    Placement placement;
    const auto json = value.toObject();
    for (auto place = json.begin(); place != json.end(); ++place) {
        const auto node = nodeOfName(place.key());
        const auto x = place->toObject()["x"_L1];
        const auto y = place->toObject()["y"_L1];
        const bool isFine = node.has_value() && x.isDouble() && y.isDouble()
            && std::abs(x.toDouble()) < farthest && std::abs(y.toDouble()) < farthest;
        if (!isFine)
            return {};
        placement.centres[*node] = {x.toDouble(), y.toDouble()};
        if (place->toObject()["pinned"_L1].toBool())
            placement.pinned.insert(*node);
    }
    return value.isObject() ? std::optional(placement) : std::nullopt;
}

// A list of texts, if it is there.
bool readTexts(const QJsonObject &object, QLatin1StringView key, QStringList &texts)
{
    const auto found = object[key];
    for (const auto &each : found.toArray()) {
        if (!each.isString())
            return false;
        texts << each.toString();
    }
    return found.isUndefined() || found.isArray();
}

} // namespace

QString Workspace::placeOf(const QString &system, const QString &packaging)
{
    return system + u'/' + packaging;
}

void Workspace::noteFile(const QString &path)
{
    recentFiles.removeAll(path);
    recentFiles.prepend(path);
    recentFiles = recentFiles.mid(0, mostFiles);
}

void Workspace::noteConsole(const QString &system, const QJsonObject &memory)
{
    consoles[system] = memory;
    auto known = consoles.keys(); // also those of which nobody knows when they were used
    known.sort();
    QStringList inOrder{system};
    for (const auto &each : recentConsoles + known) {
        if (consoles.contains(each) && !inOrder.contains(each))
            inOrder << each;
    }
    for (const auto &forgotten : inOrder.mid(mostConsoles))
        consoles.remove(forgotten);
    recentConsoles = inOrder.mid(0, mostConsoles);
}

QJsonObject Workspace::toJson() const
{
    QJsonObject places;
    for (auto place = placements.begin(); place != placements.end(); ++place) {
        if (!place->isEmpty())
            places[place.key()] = jsonOf(*place);
    }
    QJsonObject asked;
    for (auto console = consoles.begin(); console != consoles.end(); ++console)
        asked[console.key()] = *console;
    return {{u"formatVersion"_s, 1},
            {u"placements"_s, places},
            {u"consoles"_s, asked},
            {u"recentConsoles"_s, QJsonArray::fromStringList(recentConsoles)},
            {u"recentFiles"_s, QJsonArray::fromStringList(recentFiles)},
            {u"recentActs"_s, QJsonArray::fromStringList(recentActs)},
            {u"hintRead"_s, isHintRead}};
}

std::optional<Workspace> Workspace::fromJson(const QJsonObject &object)
{
    Workspace workspace;
    if (object["formatVersion"_L1].toInt() != 1 || !readTexts(object, "recentFiles"_L1, workspace.recentFiles)
        || !readTexts(object, "recentActs"_L1, workspace.recentActs)
        || !readTexts(object, "recentConsoles"_L1, workspace.recentConsoles))
        return {};
    const auto places = object["placements"_L1].toObject();
    for (auto place = places.begin(); place != places.end(); ++place) {
        const auto placement = placementIn(*place);
        if (!placement.has_value())
            return {};
        workspace.placements[place.key()] = *placement;
    }
    const auto consoles = object["consoles"_L1].toObject();
    for (auto console = consoles.begin(); console != consoles.end(); ++console)
        workspace.consoles[console.key()] = console->toObject();
    workspace.isHintRead = object["hintRead"_L1].toBool();
    return workspace;
}

} // namespace app::session
