// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sourcetree.h"

namespace tests::source {

// Rules of the house for a single file; each answers what is wrong, or nothing.

// Code, build files and scripts begin with our two SPDX lines (after a "#!").
QString licenceFault(const SourceFile &file);
// No file of the program is longer than the limit.
QString lengthFault(const SourceFile &file);
// A header of the program declares the namespace of its folder, or one within it.
QString namespaceFault(const SourceFile &file);

} // namespace tests::source
