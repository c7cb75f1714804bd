// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "historymodel.h"
#include "variables.h"

#include <model/system/system.h>

#include <QJsonObject>

namespace app::console {

// What the console knows at the next start: the latest requests and the variables, as JSON for the workspace.
// No secret is in it (secrets.h), it is bounded, and what does not fit the system any more is passed over. A
// value.
struct ConsoleMemory
{
    static constexpr qsizetype mostRequests = 30;
    static constexpr qsizetype mostVariables = 50;
    static constexpr qsizetype mostLetters
        = 2000; // of a body, headers, a query or a value; a longer one is left out

    std::vector<SentRequest> requests; // the newest first
    Variables variables;

    QJsonObject toJson() const;
    // `fleets` are the titles of those that run; what is no memory is an empty one.
    static ConsoleMemory
    fromJson(const QJsonObject &json, const model::system::System &system, const QStringList &fleets);
};

} // namespace app::console
