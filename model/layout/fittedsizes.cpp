// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fittedsizes.h"

#include "drawntext.h"

#include <algorithm>

namespace model::layout {

namespace {

template<typename Things, typename Text>
qreal widest(const Things &things, Lettering lettering, Text textOf)
{
    qreal width = 0;
    for (const auto &thing : things)
        width = std::max(width, widthOf(printable(textOf(thing)), lettering));
    return width;
}

// `beside` is what is left and right of the text: a stripe, a pill's ends, air.
void widen(QSizeF &size, qreal text, qreal beside, qreal most)
{
    size.setWidth(std::clamp(text + beside, size.width(), std::max(size.width(), most)));
}

} // namespace

Sizes fittedSizes(const system::System &system, const packaging::Packaging &packaging)
{
    Sizes sizes;
    const auto title = [](const auto &thing) { return thing.title; };
    const auto store = [](const packaging::Unit &unit) { return unit.id.value + QStringLiteral(".db"); };
    const auto topic = [](const system::Topic &each) { return each.id.value; };
    widen(sizes.unit, widest(packaging.units, {13, true}, title), 28, 200);
    widen(sizes.module, widest(system.capabilities, {12, false}, title), 20, 170);
    widen(sizes.store, widest(packaging.units, {11, false}, store), 14, 150);
    widen(sizes.topic, widest(system.topics, {11, false}, topic), 24, 200);
    return sizes;
}

} // namespace model::layout
