// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

namespace tests::source {

// Places where GCC 12 destroys something twice, or leaks it (STYLE.md lists them; each was tried): a full
// expression which holds a co_await must not also hold a second one, a lambda with captures, an initialiser
// in braces, ?:, && or ||, and a range-based for must not await its range. Each fault begins with its line.
QStringList awaitFaults(const QByteArray &code);

} // namespace tests::source
