// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shortscenario.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace tests::lab {

using namespace Qt::StringLiterals;

QJsonObject shortened(const QString &name, int waitMs)
{
    QFile file(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/scenarios/") + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no scenario %s", qPrintable(name));
    auto scenario = QJsonDocument::fromJson(file.readAll()).object();
    scenario[u"load"] = QJsonObject{{u"shoppersPerSecond"_s, 60}, {u"warmUpMs"_s, 1000}};
    auto actions = scenario[u"actions"].toArray();
    for (qsizetype index = 0; index < actions.size(); ++index) {
        auto action = actions[index].toObject();
        if (action[u"do"] == u"wait"_s)
            action[u"ms"] = waitMs;
        actions[index] = action;
    }
    scenario[u"actions"] = actions;
    return scenario;
}

QString written(const QTemporaryDir &folder, const QJsonObject &scenario)
{
    const auto path = folder.filePath(u"scenario.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(scenario).toJson()) <= 0)
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

} // namespace tests::lab
