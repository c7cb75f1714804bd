// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"

#include <QCommandLineParser>

#include <optional>

namespace services::lab {

// Parses a command's arguments (the program's and the command's names first). Nothing: go on. Else the
// program ends with that code: help was asked for, or the arguments are wrong, and it has been said.
std::optional<ExitCode> parse(QCommandLineParser &parser, const QStringList &arguments, int positionals);

} // namespace services::lab
