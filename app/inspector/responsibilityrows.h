// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/system/ids.h>

#include <functional>
#include <vector>

class QPushButton;
class QString;
class QVBoxLayout;

namespace model::system {
struct System;
}

namespace app::inspector {

// Parts of the pages about teams.

// A row that leads somewhere; `tip` says where from its words are.
QPushButton *leadingRow(const QString &words, const QString &tip);
// A heading and a paragraph under it; nothing when the paragraph is empty.
void addPart(QVBoxLayout &column, const QString &heading, const QString &words);
// A heading and a row for each team, which chooses it; nothing without teams.
void addTeams(QVBoxLayout &column,
              const QString &heading,
              const model::system::System &system,
              const std::vector<model::system::TeamId> &teams,
              const std::function<void(const model::system::TeamId &)> &choose);

} // namespace app::inspector
