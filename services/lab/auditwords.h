// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/experiment/audit.h>

namespace services::lab {

// What an audit has found, as lines for people: the verdict first, then what is wrong by its kind, what is in
// flight and what waits. Of many findings of a kind only the first are told.
QString auditWords(const experiment::Audit &audit);

} // namespace services::lab
