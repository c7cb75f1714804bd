// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "followedstory.h"

#include <app/style/theme.h>

#include <QByteArray>

namespace app::graph {

// A story as one SVG document in the theme's colours: a column for each shape, with its heading, and in it a
// picture of each step with its sentence, which is the picture's title, too, for people who hear it.
QByteArray writeStory(const FollowedStory &story, const style::Theme &theme);

} // namespace app::graph
