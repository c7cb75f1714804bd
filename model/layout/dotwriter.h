// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/packaging/packaging.h>
#include <model/system/system.h>

#include <QByteArray>

namespace model::layout {

// A system under a packaging in the DOT language (https://graphviz.org/doc/info/lang.html), for people's own
// tools: capabilities as nodes, units as clusters, every call, topic and database.
QByteArray writeDot(const system::System &system, const packaging::Packaging &packaging);

} // namespace model::layout
