// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QTemporaryDir>

namespace tests::localshop {

// The shop's capabilities, in the order of its description.
QStringList capabilities();

// A seeded database for each capability, made once for a test program; every LocalShop starts with copies.
class ShopFiles
{
public:
    ShopFiles();

    QString file(const QString &capability) const;
    // One for all of them, as a monolith has it; made when it is first asked for.
    QString monolith() const;

private:
    QTemporaryDir m_folder;
};

} // namespace tests::localshop
