// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace model::generation {

// A business ability by name, from which a capability is made. Static texts; any thread.
struct BusinessWord
{
    const char *ability; // "invoicing": the capability's id
    const char *things; // "invoices": what it keeps, and its paths
    const char *purpose; // one sentence
};

// What a generated system may consist of. No two abilities and no two things are the same.
const std::vector<BusinessWord> &businessWords();

// Whose door a generated system may be, by name and title.
struct DoorWord
{
    const char *id;
    const char *title;
};
const std::vector<DoorWord> &doorWords();

const std::vector<const char *> &teamWords();

} // namespace model::generation
