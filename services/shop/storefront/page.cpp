// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "page.h"

#include <QCryptographicHash>
#include <QFile>

// Must be outside every namespace: it declares the function that rcc has made.
static void takeResources()
{
    Q_INIT_RESOURCE(page);
}

namespace services::shop::storefront {

using namespace Qt::StringLiterals;

namespace {

QByteArray resource(const QString &name)
{
    QFile file(u":/faultline/storefront/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray hashOf(const QByteArray &text)
{
    return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + '\'';
}

// One script of small parts; the last one starts it.
QByteArray script()
{
    QByteArray whole;
    for (const auto part :
         {"dom", "api", "panel", "goods", "shelf", "product", "account", "cart", "till", "orders", "main"})
        whole += resource(u"script/%1.js"_s.arg(QLatin1StringView(part)));
    return whole;
}

} // namespace

QByteArray webPage()
{
    takeResources();
    QByteArray page = resource(u"index.html"_s);
    const QByteArray style = resource(u"shop.css"_s);
    const QByteArray code = script();
    page.replace("{{style-hash}}", hashOf(style));
    page.replace("{{script-hash}}", hashOf(code));
    page.replace("{{style}}", style);
    page.replace("{{script}}", code);
    return page;
}

} // namespace services::shop::storefront
