// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings.h"

#include <algorithm>

namespace app::session {

using namespace Qt::StringLiterals;

namespace {

// Reads a text if it is there; false when it is something else.
bool read(const QJsonObject &object, QLatin1StringView key, QString &value)
{
    const auto found = object[key];
    if (found.isUndefined())
        return true;
    value = found.toString();
    return found.isString();
}

bool read(const QJsonObject &object, QLatin1StringView key, QByteArray &value)
{
    QString text;
    const bool fine = read(object, key, text);
    value = QByteArray::fromBase64(text.toLatin1());
    return fine;
}

bool read(const QJsonObject &object, QLatin1StringView key, bool &value)
{
    const auto found = object[key];
    value = found.toBool(value);
    return found.isUndefined() || found.isBool();
}

} // namespace

QJsonObject Settings::toJson() const
{
    return {{u"formatVersion"_s, 1},
            {u"appearance"_s, appearance},
            {u"language"_s, language},
            {u"motion"_s, motion},
            {u"messages"_s, messages},
            {u"databases"_s, databases},
            {u"teams"_s, teams},
            {u"shape"_s, shape},
            {u"shoppersPerSecond"_s, shoppersPerSecond},
            {u"restsMinimised"_s, restsMinimised},
            {u"broker"_s, broker},
            {u"geometry"_s, QString::fromLatin1(geometry.toBase64())},
            {u"columns"_s, QString::fromLatin1(columns.toBase64())},
            {u"rows"_s, QString::fromLatin1(rows.toBase64())},
            {u"tab"_s, tab}};
}

std::optional<Settings> Settings::fromJson(const QJsonObject &object)
{
    Settings settings;
    const auto rate = object["shoppersPerSecond"_L1];
    const bool fine = object["formatVersion"_L1].toInt() == 1
        && read(object, "appearance"_L1, settings.appearance) && read(object, "shape"_L1, settings.shape)
        && read(object, "motion"_L1, settings.motion) && read(object, "messages"_L1, settings.messages)
        && read(object, "databases"_L1, settings.databases) && read(object, "teams"_L1, settings.teams)
        && read(object, "language"_L1, settings.language) && read(object, "broker"_L1, settings.broker)
        && read(object, "restsMinimised"_L1, settings.restsMinimised)
        && read(object, "geometry"_L1, settings.geometry) && read(object, "columns"_L1, settings.columns)
        && read(object, "rows"_L1, settings.rows) && read(object, "tab"_L1, settings.tab)
        && (rate.isUndefined() || rate.isDouble());
    if (!fine)
        return {};
    settings.shoppersPerSecond
        = std::clamp(rate.toDouble(settings.shoppersPerSecond), 0.0, double(mostShoppersPerSecond));
    return settings;
}

} // namespace app::session
