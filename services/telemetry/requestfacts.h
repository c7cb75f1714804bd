// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/request.h>

#include <QMap>

namespace services::telemetry {

// What a trace may tell anybody of what a request was about: the parameters of its path and query, and of its
// body only amounts, numbers of pieces and names of things. Never who somebody is, or a card or a password.
// Any thread.
QMap<QString, QString> factsOf(const contract::Request &request);

} // namespace services::telemetry
