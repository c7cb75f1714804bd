// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/result/result.h>

#include <QJsonObject>
#include <QMap>

namespace services::load {

using Variables = QMap<QString, QString>;

// Replaces each {name} by the variable's value. A brace that encloses no name of letters, digits and _ stays.
// An unknown name is InvalidInput with the name as subject: the journey's file promises what nobody knows.
model::result::Result<QString> fillIn(const QString &text, const Variables &variables);
// Fills in each value; keys stay as they are.
model::result::Result<QMap<QString, QString>> fillIn(const QMap<QString, QString> &texts,
                                                     const Variables &variables);
// Fills in each string, however deep.
model::result::Result<QJsonObject> fillIn(const QJsonObject &object, const Variables &variables);

} // namespace services::load
