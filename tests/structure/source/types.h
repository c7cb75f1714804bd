// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sourcetree.h"

namespace tests::source {

// The qualified names of all types that a file of C++ defines, but for those which only it can see: in an
// unnamed namespace or within a function. Good enough for code in our style.
QStringList typesIn(const QByteArray &code);

// Types of one name that are defined in two files: the linker keeps one of them for both, and says nothing.
QStringList repeatedTypes(const std::vector<SourceFile> &files);

} // namespace tests::source
