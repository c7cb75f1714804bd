// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/system.h>

#include <QByteArray>
#include <QMap>

namespace app::console {

// What an answer gives to variables, by their names, as its contract says; of lists the first element counts.
QMap<QString, QString> capturedFrom(const QByteArray &body, const model::system::Contract &contract);

// What the contracts of a system know to start with: the examples of what is worth to be kept.
QMap<QString, QString> knownBeforehand(const model::system::System &system);

// The customers' own endpoint whose answer gives a variable; null: none.
const model::system::Endpoint *giverOf(const QString &variable, const model::system::System &system);

} // namespace app::console
