// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "followroute.h"

#include <app/style/theme.h>

#include <QByteArray>

namespace app::graph {

// A story as one SVG document: a heading, and below it a picture of each step with its sentence.
struct SvgStory
{
    QString title;
    QString summary;
    std::vector<FollowedStep> steps;
};

// In the theme's colours. Each picture has its sentence as its title, for people who hear it.
QByteArray writeStory(const SvgStory &story,
                      const GraphScene &scene,
                      const model::packaging::Packaging &packaging,
                      const style::Theme &theme);

} // namespace app::graph
