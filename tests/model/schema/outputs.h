// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QStringList>

namespace tests::schema {

// What the published schema of that name ("capacity") finds wrong with something that the program has
// written; also what the schema does not mention, though readers must be ready for more.
QStringList outputFaults(const QString &schema, const QJsonValue &output);

} // namespace tests::schema
