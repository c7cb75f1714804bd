// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shopfiles.h"

#include <services/shop/shopfactory.h>

#include <QFile>

namespace tests::localshop {

using namespace Qt::StringLiterals;
using services::storage::Database;

namespace {

void require(const services::storage::Result<void> &done)
{
    if (!done)
        qFatal("%s", qUtf8Printable(done.error().message));
}

void make(const QString &file, const QStringList &capabilities)
{
    const services::shop::ShopFactory factory;
    auto database = Database::open(file);
    if (!database)
        qFatal("%s", qUtf8Printable(database.error().message));
    require((*database)->migrate(services::storage::Outbox::migrations()));
    require((*database)->migrate(services::storage::Inbox::migrations()));
    for (const auto &capability : capabilities) {
        require((*database)->migrate(factory.migrations({capability})));
        require(factory.seed({capability}, **database));
    }
}

} // namespace

QStringList capabilities()
{
    return {u"storefront"_s, u"accounts"_s, u"catalogue"_s, u"search"_s,   u"recommendations"_s, u"cart"_s,
            u"orders"_s,     u"payments"_s, u"inventory"_s, u"shipping"_s, u"notifications"_s};
}

ShopFiles::ShopFiles()
{
    for (const auto &capability : capabilities())
        make(file(capability), {capability});
}

QString ShopFiles::monolith() const
{
    const QString path = m_folder.filePath(u"shop.db"_s);
    if (!QFile::exists(path))
        make(path, capabilities());
    return path;
}

QString ShopFiles::file(const QString &capability) const
{
    return m_folder.filePath(capability + u".db"_s);
}

} // namespace tests::localshop
