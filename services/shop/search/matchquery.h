// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace services::shop::search {

// What a customer typed as an FTS5 query: every word of letters and digits in quotes, as the beginning of a
// word, and all of them must match. Nothing of FTS5's own language gets through, whatever the text holds.
// Empty when the text has no word. Of very long texts the first eight words count.
QString matchQuery(const QString &text);

} // namespace services::shop::search
