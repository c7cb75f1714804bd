// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace services::storage {

// One numbered step of a schema. Numbers are per owner (a capability, "outbox", "broker"), start at 1 and
// have no gaps; a step that has been released is never changed.
struct Migration
{
    QString owner;
    int number = 1;
    QString sql; // one or more statements
};

} // namespace services::storage
