// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "booksaudit.h"

namespace services::platform {

using namespace Qt::StringLiterals;
using model::packaging::Packaging;
using model::result::Result;
using shop::audit::Books;

std::optional<Result<Books>>
booksOf(const model::system::System &system, const Packaging &packaging, const QString &dataFolder)
{
    const auto fileOf = [&](const QString &capability) {
        const auto *unit = packaging.unitOf({capability});
        return unit == nullptr ? QString()
                               : u"%1/%2/%3.db"_s.arg(dataFolder, packaging.id.value, unit->id.value);
    };
    const shop::audit::BookFiles files{fileOf(u"orders"_s), fileOf(u"payments"_s), fileOf(u"inventory"_s)};
    if (system.components != u"shop" || files.orders.isEmpty() || files.payments.isEmpty()
        || files.inventory.isEmpty())
        return std::nullopt;
    return shop::audit::readBooks(files);
}

} // namespace services::platform
