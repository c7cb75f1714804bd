// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QTemporaryDir>

namespace tests::lab {

// One of the program's own scenarios, shorter: only journeys with enough attempts are expected anything of.
QJsonObject shortened(const QString &name, int waitMs = 2000);

// Puts it into a file of the folder, and answers its path.
QString written(const QTemporaryDir &folder, const QJsonObject &scenario);

} // namespace tests::lab
