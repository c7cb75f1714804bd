// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <chrono>

namespace services::experiment {

// What an audit of the business's books has shown after a run, all fleets together. A value.
struct Audit
{
    int inFlight = 0; // purchases which were not settled in the end
    int resolved = 0; // settled only while the audit waited
    QStringList wrong; // sentences
    QStringList unread; // why books could not be read
    std::chrono::milliseconds waited{0}; // for them to balance

    // Every book was read, everything is settled, and nothing is wrong.
    bool balances() const { return inFlight == 0 && wrong.isEmpty() && unread.isEmpty(); }

    bool operator==(const Audit &) const = default;
};

} // namespace services::experiment
