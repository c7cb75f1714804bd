// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace app::session {

inline constexpr int mostShoppersPerSecond = 300; // that a person can ask for

// What the program remembers between starts. A value.
struct Settings
{
    QString appearance = QStringLiteral("system");
    QString language = QStringLiteral("system"); // what cannot be chosen is as "system" is
    QString motion = QStringLiteral("system"); // whether things move: full, reduced
    bool messages = true; // what the pictures show
    bool databases = false; // of every unit
    bool teams = true;
    QString shape = QStringLiteral("both"); // which panes are shown
    double shoppersPerSecond = 60;
    bool restsMinimised = true; // most shoppers stay away while nobody looks
    QString broker = QStringLiteral("embedded:"); // the URL of what messages go through; may have a password
    QByteArray geometry; // of the window, as Qt saves it
    QByteArray columns; // of the splitters
    QByteArray rows;
    QString tab; // below the pictures; empty: the first

    QJsonObject toJson() const;
    // Unknown keys are kept out; a wrong type answers nothing.
    static std::optional<Settings> fromJson(const QJsonObject &object);

    bool operator==(const Settings &) const = default;
};

} // namespace app::session
