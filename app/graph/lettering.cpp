// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lettering.h"

#include <QFontMetricsF>
#include <QStringList>

#include <algorithm>

namespace app::graph {

using namespace Qt::StringLiterals;

namespace {

constexpr double longestTitle = 170; // longer ones are elided

} // namespace

Lettering::Lettering(const QFont &font)
    : m_title(font)
    , m_small(font)
{
    m_title.setPixelSize(12);
    m_title.setWeight(QFont::DemiBold);
    m_small.setPixelSize(11);
}

double Lettering::widest(const QStringList &words, const QFont &font) const
{
    double width = 0;
    for (const auto &each : words)
        width = std::max(width, QFontMetricsF(font).horizontalAdvance(each));
    return std::min(std::ceil(width) + 1, longestTitle);
}

model::layout::Sizes Lettering::sizes(const model::system::System &system,
                                      const model::packaging::Packaging &packaging) const
{
    QStringList units;
    QStringList stores;
    QStringList modules;
    QStringList topics;
    for (const auto &unit : packaging.units) {
        units << unit.title;
        stores << unit.id.value + u".db"_s;
    }
    for (const auto &capability : system.capabilities)
        modules << capability.title;
    for (const auto &topic : system.topics)
        topics << topic.id.value;
    model::layout::Sizes sizes;
    sizes.shoppers = {80, 24};
    sizes.unit = {std::max(widest(units, m_title) + 20, 112.0), 42};
    sizes.module = {widest(modules, m_small) + 18, 26};
    sizes.topic = {std::max(widest(topics, m_small) + 20, 84.0), 32};
    sizes.store = {widest(stores, m_small) + 24, 40};
    sizes.unitHeader = 46;
    sizes.padding = 10;
    sizes.gap = 6;
    sizes.besides = 8;
    sizes.between = 24;
    return sizes;
}

} // namespace app::graph
