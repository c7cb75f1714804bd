// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layoutrequest.h"

#include <QByteArray>

namespace model::layout {

// A laid-out system as a self-contained SVG document in a calm light style, readable by screen readers: each
// node and edge has a title. Texts that do not fit their boxes are elided. `layout` was made from `request`.
QByteArray writeSvg(const LayoutRequest &request, const Layout &layout);

} // namespace model::layout
