// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/platform/booksreading.h>

#include <QString>

namespace app::wording {

// "confirmed", "being undone": how far an order has come.
QString words(services::shop::orders::State state);
// "€ 12.30"
QString money(qint64 cents, const QString &currency);
// Short enough for a table: "o-1a2b3c4d"; of something else: all of it.
QString shortName(const QString &order);

} // namespace app::wording
