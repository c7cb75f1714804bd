// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace model::json {

// " Did you mean \"catalogue\"?" when one of the candidates is close to what was written (by the
// Damerau-Levenshtein distance, at most a third of its length); else nothing.
QString didYouMean(const QString &written, const QStringList &candidates);

// "\"a\", \"b\" or \"c\"", shortened after the first dozen.
QString oneOf(const QStringList &candidates);

} // namespace model::json
