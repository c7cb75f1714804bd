// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace model::layout {

// "1 unit", "11 units", "10 capabilities".
QString counted(std::size_t count, const QString &noun);

} // namespace model::layout
