// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/layout/placement.h>

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace app::session {

// What a person has arranged and come across, and would miss: where nodes were put, which files were open,
// which acts were used, what was asked in the console, and whether the first hint has been read. A value.
struct Workspace
{
    using Placement = model::layout::Placement;

    QHash<QString, Placement> placements; // by "system/packaging"
    QStringList recentFiles; // of systems, the newest first
    QStringList recentActs; // of the palette, the newest first
    QHash<QString, QJsonObject> consoles; // what was asked there, by system: the console's own matter
    bool isHintRead = false;
    QStringList recentConsoles; // systems, the one that was used last first

    static QString placeOf(const QString &system, const QString &packaging);
    void noteFile(const QString &path);
    // Of the few systems that were used last.
    void noteConsole(const QString &system, const QJsonObject &memory);

    QJsonObject toJson() const;
    // Nothing: it cannot be understood.
    static std::optional<Workspace> fromJson(const QJsonObject &object);

    bool operator==(const Workspace &) const = default;
};

} // namespace app::session
