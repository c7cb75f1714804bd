// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace model::layout {

// The style sheet of our SVG documents: the only place which names their colours. Classes: what a thing is,
// and `team-0` to `team-7` for what belongs to a team.
QString svgStyleSheet();

// The class of the team at this position of the system's file.
QString svgTeamClass(std::size_t team);

} // namespace model::layout
