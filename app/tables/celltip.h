// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QModelIndex;

namespace app::tables {

// What is told of a cell on hover: what its model tells of it alone, and what its column's head tells of all
// of them, such as whether they were measured. Empty: nothing.
QString cellTip(const QModelIndex &index);

} // namespace app::tables
