// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/contract/caller.h>

#include <QJsonArray>

namespace services::shop::storefront {

// A part of the home answer; `degraded` says what stands in for it, or is empty.
struct Section
{
    QJsonArray items;
    QString degraded;
};

// What the catalogue or recommendations answered, or else what stands in. Cancelled passes through.
contract::Result<Section> sectionOf(const contract::Result<contract::Reply> &answer, Section otherwise);
contract::Reply homeReply(const QString &greeting, const Section &featured, const Section &suggestions);
// The best sellers of the shop's first day, which the storefront knows by heart.
QJsonArray bestSellers();

} // namespace services::shop::storefront
