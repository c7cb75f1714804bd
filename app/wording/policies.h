// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/operation/policybook.h>

#include <QString>

namespace app::wording {

// What a named book of policies is called where people choose: "Usual"; of no name: "Of their own".
QString policies(const QString &name);
// The same of the policies in force.
QString policies(const model::operation::PolicyBook &book);

} // namespace app::wording
